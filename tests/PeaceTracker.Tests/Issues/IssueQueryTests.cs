using PeaceTracker.Services.Issues;

namespace PeaceTracker.Tests.Issues;

public class IssueQueryTests
{
    [Fact]
    public void SortedBy_SameAgain_TurnsRound()
    {
        var query = new IssueQuery().SortedBy(IssueSort.Title);

        Assert.Equal((IssueSort.Title, false), (query.Sort, query.Descending));
        Assert.True(query.SortedBy(IssueSort.Title).Descending);
        Assert.True(query.SortedBy(IssueSort.Salience).Descending); // the most salient are asked for first
    }
}
