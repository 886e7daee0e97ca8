using Bunit;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Claims;

public class EditClaimAppearancePageTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(5, Level.Disputed).Claim(60, on: 2).Build();

    // Also where a second person approves: it moves no figure.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task New_OfTheClaimOfTheAddress_IsAddedWithTheDayOfItsSource(bool approval)
    {
        var store = await WithEditorAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = approval } });
        var page = Opened(Render<EditClaimAppearancePage>(p => p.Add(x => x.Slug, RecordBuilder.Slug).Add(x => x.Claim, "claim-1")));
        Assert.Empty(page.FindAll("#field-reason"));
        Assert.NotNull(page.Find("#field-claim option[value=claim-1][selected]"));
        await TypeAsync(page, "citation-source", "report");
        await TypeAsync(page, "citation-locator", "P4");
        await TypeAsync(page, "wording", "of the terms");

        await SaveAsync(page);

        var board = await BoardAsync(store);
        var added = Assert.Single(board.Record.ClaimAppearances);
        Assert.Equal(
            ("claim-1", "report", "P4", "of the terms", board.Sources["report"].PublishedOn, EntryKind.Change),
            (added.ClaimKey, added.Citation.SourceKey, added.Citation.Locator, added.Wording, added.OccurredOn, added.Kind));
        Assert.Single(board.Record.Claims);
        Assert.EndsWith("/claims#claim-claim-1", Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_OneThatWasMisread_StandsInItsPlace()
    {
        var first = new ClaimAppearance
        {
            Key = "elsewhere", ClaimKey = "claim-1", Citation = RecordBuilder.Cited, OccurredOn = RecordBuilder.Day(3),
            RecordedAt = RecordBuilder.At(3),
        };
        var store = await WithEditorAsync(Record with { ClaimAppearances = [first] });
        var page = Open<EditClaimAppearancePage>("elsewhere");
        await TypeAsync(page, "wording", "of the terms");
        await TypeAsync(page, "reason", "The words were left out.");

        await SaveAsync(page);

        var board = await BoardAsync(store);
        Assert.Equal((EntryKind.Correction, "elsewhere"), (board.Record.ClaimAppearances[1].Kind, board.Record.ClaimAppearances[1].SupersedesKey));
        Assert.Equal([null, "of the terms"], board.AsOf(RecordBuilder.Day(9)).Claims.Single().Appearances.Select(a => a.Wording));
    }

    [Fact]
    public async Task New_Empty_SaysAtEachFieldWhatIsMissing()
    {
        await WithEditorAsync(Record);
        var page = Open<EditClaimAppearancePage>();

        await SaveAsync(page);

        string[] missing = ["claim", "citation-source", "citation-locator", "occurredOn"];
        Assert.All(missing, field => Assert.NotEmpty(ErrorAt(page, field)));
        Assert.Equal(missing.Length, page.FindAll(".save-errors li").Count);
    }
}
