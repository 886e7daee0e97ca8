using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Agreement;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Agreement;

public class WaitingForTests
{
    // From the article: the text on territory is with Ukraine and not seen by Russia; Ukraine's limit is territory; the offer of guarantees
    // is made to Ukraine alone. So two things wait for Ukraine, one for Russia.
    [Fact]
    public async Task Of_Article_UkraineToAnswerAndRussiaToSee()
    {
        var waiting = await OfAsync("russia-ukraine-2025.json", new DateOnly(2026, 11, 27));

        Assert.Equal(["ukraine", "russia"], waiting.Select(w => w.Party.Key));
        Assert.Equal(["article-5-like-guarantees"], waiting[0].ToAnswer.Select(o => o.Key));
        Assert.Equal(["territory"], waiting[0].Limits.Select(p => p.IssueKey));
        Assert.Empty(waiting[0].Objections); // the limit is not told twice
        Assert.Equal(["territory-text"], waiting[1].Unseen.Select(d => d.Key));
    }

    // On 12 September 2025 the loan before signature still stands, but the fund is agreed: it bears on nothing that remains.
    [Fact]
    public async Task Of_OfferOnAnAgreedIssue_NotAmongWhatWaits()
    {
        var waiting = await OfAsync("example.json", new DateOnly(2025, 9, 12));

        Assert.DoesNotContain(waiting, w => w.Offers.Concat(w.ToAnswer).Any(o => o.Key == "first-money"));
        Assert.Equal(["engineer-seat"], waiting.Single(w => w.Party.Key == "elorie").ToAnswer.Select(o => o.Key));
        Assert.Equal(["guarantee"], waiting.Single(w => w.Party.Key == "compact").Offers.Select(o => o.Key));
        Assert.Equal(["charter-text", "status-paper"], waiting.Single(w => w.Party.Key == "nahrazan").Unseen.Select(d => d.Key));
    }

    [Fact]
    public void Of_LimitOnAnAgreedIssue_NothingWaits()
    {
        var builder = new RecordBuilder().Issue("land").Position("a", "land", Stance.Rejects, flexibility: Flexibility.RedLine);

        Assert.Equal("a", Assert.Single(Of(builder.Status("land", Level.Disputed).AsOf(2))).Party.Key);
        Assert.Empty(Of(builder.Status("land", Level.Concluded, on: 3).AsOf(4)));
    }

    [Fact]
    public void Of_OfferLapsed_NothingWaits()
    {
        var record = new RecordBuilder().Issue("land").Build() with
        {
            Offers = [new Offer
            {
                Key = "gates", Title = "Open gates", ByPartyKey = "a", ToPartyKeys = ["b"], OfferedOn = Day(1), Validity = Validity.UntilDate,
                ValidUntil = Day(4), Citations = [Cited], RecordedAt = At(1),
            }],
        };

        Assert.Equal("b", Assert.Single(Of(new Board(record, 1).AsOf(Day(4)))).Party.Key);
        Assert.Empty(Of(new Board(record, 1).AsOf(Day(5))));
    }

    private static IReadOnlyList<WaitingFor> Of(BoardSnapshot at) => WaitingFor.Of(at, Remaining.Of(at));

    private static async Task<IReadOnlyList<WaitingFor>> OfAsync(string file, DateOnly day)
    {
        var read = await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, file), CancellationToken.None);
        return Of(new Board(read.Record!, 1).AsOf(day));
    }
}
