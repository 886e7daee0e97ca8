using AngleSharp.Dom;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Boards;
using PeaceTracker.Web.Tests.Hosting;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Web.Tests.Claims;

/// <summary>
/// After the 90% between the required pair came 95% on one issue and 100% on one document. None of the two heads the
/// board; both stand with what they speak of.
/// </summary>
public class ClaimPagesTests
{
    private const string Address = $"/negotiations/{Slug}";

    [Fact]
    public async Task Pages_ClaimsAboutAPart_StandWithItAndNotAtTheHead()
    {
        using var folder = new TemporaryFolder();
        await using var host = new TrackerHost { Seed = OddBoards.Write(Record(), folder.Path) };

        var summary = await host.DocumentAsync(Address);
        Assert.Equal("90", summary.GetElementById("claimed-share")!.GetAttribute("value"));
        Assert.Contains(
            "as the newest claim about a required pair that speaks of agreement", Text(summary, "#headline-why"), StringComparison.Ordinal);
        // 100% and 95% are not drawn beside the board's shares either.
        Assert.DoesNotContain("100%", Text(summary, "table[data-kind=day]"), StringComparison.Ordinal);

        Assert.Contains("95% of the deal “agreed”", await AboutAsync("issues/issue-1"), StringComparison.Ordinal);
        Assert.Contains("100% of the deal “agreed”", await AboutAsync("drafts/text"), StringComparison.Ordinal);
        Assert.Null((await host.DocumentAsync($"{Address}/issues/issue-2")).GetElementById("claims-about"));

        var ledger = await host.DocumentAsync($"{Address}/claims");
        Assert.Contains("Of the deal, on the draft “Text on guarantees”", Text(ledger, "#claim-claim-3"), StringComparison.Ordinal);
        Assert.Contains("Not comparable", Text(ledger, "#claim-claim-3"), StringComparison.Ordinal);

        // Lines that tell claims apart.
        var feed = (await host.DocumentAsync($"{Address}/changes")).QuerySelectorAll(".row-title").Select(Flat).ToList();
        Assert.Contains("An official (anonymous): 90% of the 20 points, ready", feed);
        Assert.Contains("An official (anonymous): 100% of the deal, agreed", feed);

        async Task<string> AboutAsync(string page) => Text(await host.DocumentAsync($"{Address}/{page}"), "#claims-about + ul");
    }

    [Fact]
    public async Task Summary_ChosenClaim_SaysByWhomWhenAndWhy()
    {
        var choice = new HeadlineChoice { ClaimKey = "claim-4", Reason = "It speaks of all.", RecordedAt = At(9), RecordedBy = "Eva" };
        var record = Record();
        record = record with { Negotiation = record.Negotiation with { HeadlineChoices = [choice] } };
        using var folder = new TemporaryFolder();
        await using var host = new TrackerHost { Seed = OddBoards.Write(record, folder.Path) };

        var summary = await host.DocumentAsync(Address);

        // 25 of 28 is 89.2857…%.
        Assert.Equal("89.2857", summary.GetElementById("claimed-share")!.GetAttribute("value"));
        Assert.Equal("25 of 28", Flat(summary.GetElementById("claimed-share")!));
        Assert.Equal("Shown here as chosen by Eva on 9 January 2026. It speaks of all.", Text(summary, "#headline-why"));
        // It speaks of texts; the board's own headline is the agreed share all the same: one of five.
        Assert.Equal("20", summary.GetElementById("board-share")!.GetAttribute("value"));
        Assert.Equal("0", summary.GetElementById("computed-share")!.GetAttribute("value"));
    }

    private static NegotiationRecord Record()
    {
        var record = new RecordBuilder().Issues(1, Level.AgreedInPrinciple).Issues(4, Level.Disputed)
            .Claim(90, "a-b", points: 20, on: 2)
            .Claim(95, issues: ["issue-1"], on: 3)
            .Claim(100, draft: "text", on: 4)
            .Claim(null, agreed: 25, points: 28, threshold: ClaimThreshold.Text, on: 5).Build();
        var version = new DraftVersion { Number = 1, Date = Day(1), Citations = [Cited], RecordedAt = At(1) };
        return record with
        {
            Claims =
            [
                record.Claims[0] with { OfWhat = "points", ThresholdWord = "ready" },
                .. record.Claims.Skip(1).Select(claim => claim with { OfWhat = "the deal", ThresholdWord = "agreed" }),
            ],
            Drafts = [new Draft { Key = "text", Title = "Text on guarantees", Versions = [version], RecordedAt = At(1) }],
        };
    }

    private static string Text(IParentNode page, string selector) => Flat(page.QuerySelector(selector)!);

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
