using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>What a board has to pick from is made once for all forms that are open.</summary>
public class KeyedItemTests
{
    [Fact]
    public void Pick_SameBoard_IsTheSameList()
    {
        var board = new RecordBuilder().Issues(3, null).Board();

        Assert.Same(board.PickIssues(), board.PickIssues());
        Assert.Same(board.PickSources(), board.PickSources());
        Assert.NotSame((object)board.PickIssues(), board.PickDyads());
    }

    [Fact]
    public void Pick_BoardAfterAChange_HasItsOwn()
    {
        var record = new RecordBuilder().Issues(3, null).Build();
        var (before, after) = (new Board(record, 1), new Board(record with { Issues = [record.Issues[0] with { Title = "Ports" }] }, 2));

        Assert.Equal(3, before.PickIssues().Count);
        Assert.Equal(["Ports"], after.PickIssues().Select(item => item.Name));
    }

    // In Swedish Ö comes last, in German with O.
    [Fact]
    public void Pick_InAnotherLanguage_IsInItsOrder()
    {
        var record = new RecordBuilder().Issues(2, null).Build();
        var board = new Board(record with { Issues = [record.Issues[0] with { Title = "Zon" }, record.Issues[1] with { Title = "Öar" }] }, 1);
        var before = CultureInfo.CurrentCulture;
        try
        {
            Assert.Equal("Öar Zon", In("de"));
            Assert.Equal("Zon Öar", In("sv"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string In(string language)
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            return string.Join(' ', board.PickIssues().Select(item => item.Name));
        }
    }
}
