using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Issues;

public class IssueQueryTests
{
    [Theory]
    [InlineData("level", "agreed")]
    [InlineData("level", "3")]
    [InlineData("level", "Disputed")]
    [InlineData("category", "Nothing")]
    [InlineData("dyad", "a-z")]
    [InlineData("party", "nobody")]
    [InlineData("group", "none")]
    [InlineData("basis", "onrecord")]
    [InlineData("sort", "--title")]
    [InlineData("sort", "name")]
    [InlineData("page", "0")]
    [InlineData("page", "-1")]
    [InlineData("page", "x")]
    [InlineData("size", "26")]
    public void Read_UnknownValue_Named(string name, string value)
    {
        var read = IssueQueryReader.Read(n => n == name ? value : null, new RecordBuilder().Issue("land").AsOf(2), out var bad);

        Assert.Null(read);
        Assert.Equal((name, value), (bad!.Name, bad.Value));
    }

    [Fact]
    public void Read_TooLongText_Refused()
    {
        var at = new RecordBuilder().Issue("land").AsOf(2);

        Assert.NotNull(IssueQueryReader.Read(n => n == "q" ? new string('x', 200) : null, at, out _));
        Assert.Null(IssueQueryReader.Read(n => n == "q" ? new string('x', 201) : null, at, out var bad));
        Assert.Equal("q", bad!.Name);
    }

    // A form sends an empty value for every field that was left alone.
    [Fact]
    public void Read_EmptyValues_None()
    {
        var query = IssueQueryReader.Read(_ => " ", new RecordBuilder().Issue("land").AsOf(2), out _);

        Assert.Equal(new IssueQuery(), query);
        Assert.False(query!.IsFiltered);
    }

    [Fact]
    public void Values_Query_ReadBackTheSame()
    {
        var at = new RecordBuilder().Issue("land").AsOf(2);
        var query = new IssueQuery
        {
            Text = "a b", Level = Level.AgreedInPrinciple, Category = "Matter", Dyad = "a-b", Party = "a", Basis = Basis.OnRecord, Open = true,
            Sort = IssueSort.Salience, Descending = true, Page = 3, Size = 50,
        };
        var values = query.Values.Where(v => v.Value is not null).ToDictionary(v => v.Name, v => v.Value);

        Assert.Equal("agreed-in-principle", values["level"]);
        Assert.Equal(query, IssueQueryReader.Read(values.GetValueOrDefault, at, out _));
    }

    [Fact]
    public void SortedBy_SameAgain_TurnsRoundFromTheFirstPage()
    {
        var query = new IssueQuery { Page = 2 }.SortedBy(IssueSort.Title);

        Assert.Equal((IssueSort.Title, false, 1), (query.Sort, query.Descending, query.Page));
        Assert.True(query.SortedBy(IssueSort.Title).Descending);
        Assert.True(query.SortedBy(IssueSort.Salience).Descending); // the most salient are asked for first
    }

    [Fact]
    public void Without_EachFilter_TakesThatOneAway()
    {
        var query = new IssueQuery { Text = "x", Level = Level.Disputed, Category = "c", Dyad = "d", Party = "p", Group = "g", Basis = Basis.Claimed, Open = true };

        foreach (var name in query.Filters.Select(f => f.Name))
        {
            Assert.Equal(name, Assert.Single(query.Without(name).Filters, f => f.Value is null).Name);
        }
    }
}
