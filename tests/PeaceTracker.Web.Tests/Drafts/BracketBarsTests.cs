using Bunit;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Drafts;

public class BracketBarsTests : ComponentTests
{
    // 34 px for the most; half of the brackets are half as high.
    [Fact]
    public void Bars_TwoVersions_AreAsHighAsTheirBrackets()
    {
        var bars = Render<BracketBars>(p => p.Add(b => b.Draft, Draft(58, 29)).AddCascadingValue(new BoardAddress("talks")));

        Assert.Equal(["34", "17"], bars.FindAll("rect").Select(r => r.GetAttribute("height")));
        Assert.Equal("Passages in brackets: 58 in version 1, 29 in version 2", bars.Find("svg").GetAttribute("aria-label"));
    }

    [Fact]
    public void Bars_OneVersionOfWhichTheyAreKnown_DrawNothing() =>
        Assert.Empty(Render<BracketBars>(p => p.Add(b => b.Draft, Draft(58, null))).FindAll("svg"));

    private static Draft Draft(params int?[] brackets) => new()
    {
        Key = "charter",
        Title = "Charter",
        RecordedAt = RecordBuilder.At(1),
        Versions =
        [
            .. brackets.Select((number, i) => new DraftVersion
            {
                Number = i + 1, Date = RecordBuilder.Day(i + 1), BracketedPassages = number, RecordedAt = RecordBuilder.At(1),
            }),
        ],
    };
}
