using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Talks;

public class EditRoundPageTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build();

    [Fact]
    public async Task New_WithADelegationAndAnOutcome_IsOnTheBoard()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditRoundPage>();
        await TypeAsync(page, "title", "Harbour talks");
        await ChooseAsync(page, "state", (int)RoundState.Held);
        await TypeAsync(page, "startsOn", "2026-01-04");
        await TypeAsync(page, "endsOn", "2026-01-05");
        await TypeAsync(page, "place", "Harbour town");
        await TickAsync(page, "#field-placeTentative");
        await TickAsync(page, "#field-hosts input");
        await PressAsync(page, "Add a delegation");
        await TypeAsync(page, "delegations-0--party", "b");
        await TypeAsync(page, "delegations-0--note", "led by the minister");
        await TickAsync(page, "#field-issues input");
        await TypeAsync(page, "outcome", "They will meet again.");
        await SaveAsync(page);
        Assert.Contains("Say where the outcome is reported", ErrorAt(page, "outcomeCitations"), StringComparison.Ordinal);
        await PressAsync(page, "Add a citation");
        await TypeAsync(page, "outcomeCitations-0--source", "report");
        await TypeAsync(page, "outcomeCitations-0--locator", "P9");
        await PressAsync(page, "Add a citation");
        await TypeAsync(page, "citations-0--source", "report");
        await TypeAsync(page, "citations-0--locator", "P4");

        await SaveAsync(page);

        var round = Assert.Single((await BoardAsync(store)).Record.Rounds);
        Assert.Equal(("harbour-talks", "Harbour talks", RoundState.Held), (round.Key, round.Title, round.State));
        Assert.Equal((RecordBuilder.Day(4), RecordBuilder.Day(5), false), (round.StartsOn, round.EndsOn, round.DateTentative));
        Assert.Equal(("Harbour town", true), (round.Place, round.PlaceTentative));
        Assert.Equal(["a"], round.HostKeys);
        Assert.Equal(("b", "led by the minister"), (Assert.Single(round.Delegations).PartyKey, round.Delegations[0].Note));
        Assert.Equal(["issue-1"], round.IssueKeys);
        Assert.Equal("They will meet again.", round.Outcome);
        Assert.Equal(("P4", "P9"), (Assert.Single(round.Citations).Locator, Assert.Single(round.OutcomeCitations).Locator));
        Assert.EndsWith("/edit/rounds?added=harbour-talks", Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_EndsBeforeItBegins_IsSaidAtTheFieldAndNotSaved()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditRoundPage>();
        await TypeAsync(page, "title", "Harbour talks");
        await TypeAsync(page, "startsOn", "2026-01-04");
        await TypeAsync(page, "endsOn", "2026-01-03");

        await SaveAsync(page);

        Assert.NotEmpty(ErrorAt(page, "endsOn"));
        Assert.NotEmpty(ErrorAt(page, "state"));
        Assert.Equal("Harbour talks", Value(page, "title"));
        Assert.Empty((await BoardAsync(store)).Record.Rounds);
    }

    [Fact]
    public async Task Edit_PlannedOneThatWasHeld_KeepsWhatWasNotTouched()
    {
        var planned = new Round
        {
            Key = "second", Title = "Second round", State = RoundState.Planned, StartsOn = RecordBuilder.Day(9), AnnouncedOn = RecordBuilder.Day(2),
            HostKeys = ["b"], RecordedAt = RecordBuilder.At(2),
        };
        var store = await WithEditorAsync(Record with { Rounds = [planned] });
        var page = Open<EditRoundPage>("second");

        await ChooseAsync(page, "state", (int)RoundState.Held);
        await SaveAsync(page);

        var round = Assert.Single((await BoardAsync(store)).Record.Rounds);
        Assert.Equal((RoundState.Held, RecordBuilder.Day(9), RecordBuilder.Day(2)), (round.State, round.StartsOn, round.AnnouncedOn));
        Assert.Equal(["b"], round.HostKeys);
    }
}
