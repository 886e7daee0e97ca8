using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Positions;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Outcomes;

/// <summary>What no form would send, sent all the same: refused at its field, nothing on the board, the typed text kept.</summary>
[OnEveryDatabase]
public class OutcomeBadInputTests
{
    public static TheoryData<string, string, Action<OutcomeForm>> Bad => new()
    {
        { "a text over its limit", "statusEvents[0].rationale", f => f.StatusEvents[0].Rationale = new string('x', TextLimits.Rationale + 1) },
        { "a control character", "statusEvents[0].rationale", f => f.StatusEvents[0].Rationale = "Both\u0007 said so." },
        { "a character that turns the text round", "statusEvents[0].rationale", f => f.StatusEvents[0].Rationale = "Both \u202Esaid so." },
        { "blanks alone", "statusEvents[0].rationale", f => f.StatusEvents[0].Rationale = " \n " },
        { "an issue that is not there", "statusEvents[0].issue", f => f.StatusEvents[0].IssueKey = "no-such" },
        { "a dyad that is not there", "statusEvents[0].dyad", f => f.StatusEvents[0].DyadKey = "no-such" },
        { "a day that has not come", "statusEvents[0].occurredOn", f => f.StatusEvents[0].OccurredOn = new DateOnly(2199, 1, 1) },
        { "a day before all records", "statusEvents[0].occurredOn", f => f.StatusEvents[0].OccurredOn = new DateOnly(1, 1, 1) },
        { "a source that is not there", "statusEvents[0].citations[0].source", f => f.StatusEvents[0].Citations[0].SourceKey = "no-such" },
        { "no source at all", "statusEvents[0].citations", f => f.StatusEvents[0].Citations.Clear() },
        { "a credibility off the scale", "statusEvents[0].citations[0].credibility", f => f.StatusEvents[0].Citations[0].Credibility = 7 },
        { "a round that is not there", "round", f => f.RoundKey = "no-such" },
        { "a party that is not there", "positions[0].party", f => f.Positions.Add(Position("no-such")) },
        { "a draft that is not there", "draftVersions[0].draft", f => f.DraftVersions.Add(Version(v => v.DraftKey = "no-such")) },
        { "fewer than no pages", "draftVersions[0].pages", f => f.DraftVersions.Add(Version(v => v.Pages = -1)) },
        { "an offer by nobody", "offers[0].byParty", f => f.Offers.Add(Offer(o => o.ByPartyKey = null)) },
        { "a claim of more than all", "claims[0].figure", f => f.Claims.Add(Claim("101")) },
        { "an address that is a script", "sources[0].url", f => f.Sources.Add(Source(s => s.Url = "javascript:alert(1)")) },
        { "an offer of a day to come", "offers[0].offeredOn", f => f.Offers.Add(Offer(o => o.OfferedOn = Later)) },
        {
            "an offer that ended on a day to come", "offers[0].endedOn",
            f => f.Offers.Add(Offer(o => (o.EndedOn, o.End) = (Later, OfferEnd.Refused)))
        },
        { "a draft's version of a day to come", "draftVersions[0].date", f => f.DraftVersions.Add(Version(v => v.Date = Later)) },
        { "a source of a day to come", "sources[0].publishedOn", f => f.Sources.Add(Source(s => s.PublishedOn = Later)) },
        { "a round held on days to come", "round.state", f => f.NewRound = Round(RoundState.Held, Later) },
        { "a next round announced on a day to come", "nextRound.announcedOn", f => f.NextRound = Round(RoundState.Planned, Later, announced: Later) },
        { "a round on the board that was not chosen", "round", f => f.RoundOnBoard = true },
        {
            "a round that ends before it begins", "round.endsOn",
            f => f.NewRound = Round(RoundState.Held, RecordBuilder.Day(5), RecordBuilder.Day(4))
        },
    };

    private static DateOnly Later => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(40);

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Publish_WithOneFault_NamesItsFieldAndChangesNothing(string what, string path, Action<OutcomeForm> spoil)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await TestStore.StartAsync(new RecordBuilder().Issues(2, Level.Disputed).Build());
        var slug = (await store.Boards.ListAsync(cancellation))[0].Slug;
        var editor = await store.AddAccountAsync(AccountRole.Editor, "Ada");
        var desk = store.Services.GetRequiredService<OutcomeDesk>();
        var form = new OutcomeForm { StatusEvents = [Event("Both said so.")] };
        spoil(form);
        var id = Guid.NewGuid();
        Assert.IsType<OutcomeSave.Kept>(await desk.KeepAsync(slug, id, 0, form, editor, cancellation));
        var before = await store.Boards.FindAsync(slug, cancellation);

        var refused = Assert.IsType<SaveResult.Refused>(await desk.PublishAsync(slug, id, 1, form, editor, cancellation));

        Assert.True(refused.Errors.Any(e => e.Path == path && e.Message.Length > 10), $"{what}: {string.Join(" | ", refused.Errors)}");
        Assert.Same(before, await store.Boards.FindAsync(slug, cancellation));
        Assert.Equal(form.Write(), (await desk.FindAsync(slug, id, editor, cancellation))!.Form);
    }

    // A script in a text is a text: it is kept as it was typed, and pages write it out as one.
    [Fact]
    public async Task Publish_ScriptInAText_IsKeptAsText()
    {
        const string script = "<script>alert(1)</script> & “both” said so.";
        var cancellation = TestContext.Current.CancellationToken;
        await using var store = await TestStore.StartAsync(new RecordBuilder().Issues(1, Level.Disputed).Build());
        var slug = (await store.Boards.ListAsync(cancellation))[0].Slug;
        var editor = await store.AddAccountAsync(AccountRole.Editor, "Ada");
        var desk = store.Services.GetRequiredService<OutcomeDesk>();
        var form = new OutcomeForm { StatusEvents = [Event(script)] };
        var id = Guid.NewGuid();
        await desk.KeepAsync(slug, id, 0, form, editor, cancellation);

        Assert.IsType<SaveResult.Saved>(await desk.PublishAsync(slug, id, 1, form, editor, cancellation));

        Assert.Equal(script, (await store.Boards.FindAsync(slug, cancellation))!.Record.StatusEvents[^1].Rationale);
    }

    private static StatusEventForm Event(string rationale) => new()
    {
        IssueKey = "issue-1", DyadKey = RecordBuilder.DefaultDyad, Level = Level.Narrowing, Basis = Basis.OnRecord,
        Rationale = rationale, OccurredOn = RecordBuilder.Day(2), Citations = Cited(),
    };

    private static PositionForm Position(string party) => new()
    {
        PartyKey = party, IssueKey = "issue-1", Text = "x", Attribution = Domain.Positions.Attribution.SelfStated,
        OccurredOn = RecordBuilder.Day(2), Citations = Cited(),
    };

    private static RoundForm Round(RoundState state, DateOnly starts, DateOnly? ends = null, DateOnly? announced = null) =>
        new() { Title = "Talks", State = state, StartsOn = starts, EndsOn = ends, AnnouncedOn = announced };

    private static DraftVersionForm Version(Action<DraftVersionForm> spoil) =>
        Spoilt(new() { NewDraftTitle = "Text", Date = RecordBuilder.Day(2), Citations = Cited() }, spoil);

    private static OfferForm Offer(Action<OfferForm> spoil) => Spoilt(
        new() { Title = "x", ByPartyKey = "a", OfferedOn = RecordBuilder.Day(2), Validity = Validity.OpenEnded, Citations = Cited() }, spoil);

    private static SourceForm Source(Action<SourceForm> spoil) => Spoilt(
        new()
        {
            Key = "new-1", Publisher = "p", Headline = "h", DateAsPrinted = "d", PublishedOn = RecordBuilder.Day(2),
            Reliability = Domain.Sources.Reliability.B,
        },
        spoil);

    private static T Spoilt<T>(T form, Action<T> spoil)
    {
        spoil(form);
        return form;
    }

    private static List<CitationForm> Cited() => [new() { SourceKey = "report", Locator = "P1" }];

    private static ClaimForm Claim(string figure) => new()
    {
        Claimants = [new() { Name = "an official", Anonymous = true }], Figure = figure, OfWhat = "issues",
        Scope = Domain.Claims.ClaimScope.WholeBoard, ThresholdWord = "agreed", Threshold = Domain.Claims.ClaimThreshold.Agreed,
        OccurredOn = RecordBuilder.Day(2),
        Appearances = [new() { Citation = Cited()[0] }],
    };
}
