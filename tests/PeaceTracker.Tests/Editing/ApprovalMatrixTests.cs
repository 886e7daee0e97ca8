using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Editing;

/// <summary>
/// Every kind of row, every role that edits, with and without approval, and what is done: added, edited in words, in a figure, in a stated
/// outcome, retracted. What an editor saves alone under approval moves nothing that a reader would take for an outcome.
/// </summary>
[OnEveryDatabase]
public class ApprovalMatrixTests
{
    private const string Slug = "talks";
    private const AccountRole Editor = AccountRole.Editor;
    private const AccountRole Manager = AccountRole.Manager;

    private static readonly DateOnly Later = ValidRecord.Day.AddDays(30);

    // Who may do it where approval is asked for; null: nobody by itself, only through an outcome. In the order in which they can follow each
    // other on one board: what is retracted was added here, so that nothing refers to it.
    private static readonly (Type Kind, string What, AccountRole? Least, Func<NegotiationRecord, BoardCommand> Make)[] Cases =
    [
        (typeof(Negotiation), "words", Manager, r => new EditNegotiation(r.Negotiation, r.Negotiation with { Title = r.Negotiation.Title + "!" })),
        (typeof(Source), "add", Editor, r => Add(r.Sources[0] with { Headline = "Another" })),
        (typeof(Source), "words", Editor, r => Edit(r.Sources[^1], row => row with { Publisher = "Another agency" })),
        (typeof(Source), "retract", Editor, r => Retract(r.Sources[^1])),
        (typeof(Party), "add", Editor, r => Add(r.Parties[0] with { Name = "Delta" })),
        (typeof(Party), "words", Editor, r => Edit(r.Parties[^1], row => row with { Name = "Delta state" })),
        (typeof(Party), "figure", Manager, r => Edit(r.Parties[^1], row => row with { Roles = [] })),
        (typeof(Party), "retract", Editor, r => Retract(r.Parties[^1])),
        (typeof(PartyDelegate), "add", Editor, r => Add(r.Delegates[0] with { Name = "Cleo" })),
        (typeof(PartyDelegate), "words", Editor, r => Edit(r.Delegates[^1], row => row with { Name = "Cleo C." })),
        (typeof(PartyDelegate), "retract", Editor, r => Retract(r.Delegates[^1])),
        (typeof(Dyad), "add", Editor, _ => Add(ValidRecord.Pair("", "b", "c"))),
        (typeof(Dyad), "figure", Manager, r => Edit(r.Dyads[0], row => row with { Required = !row.Required })),
        (typeof(Dyad), "retract", Editor, r => Retract(r.Dyads[^1])),
        (typeof(Issue), "add", Editor, _ => Add(ValidRecord.Matter("") with { Title = "Canals" })),
        (typeof(Issue), "words", Editor, r => Edit(r.Issues[0], row => row with { Title = row.Title + "!" })),
        (typeof(Issue), "figure", Manager, r => Edit(r.Issues[0], row => row with { Salience = 5 })),
        (typeof(Issue), "figure", Manager, r => Edit(r.Issues[0], row => row with { Category = "Air" })),
        (typeof(Issue), "figure", Manager, r => Edit(r.Issues[0], row => row with { DyadKeys = ["a-b", "a-c"] })),
        (typeof(Issue), "retract", Editor, r => Retract(r.Issues[^1])),
        (typeof(AgendaVersion), "add", Manager, _ => new AddRow<AgendaVersion>(Slug, ValidRecord.Agenda(2, "land", "water"))),
        (typeof(AgendaVersion), "words", Manager, r => Edit(r.AgendaVersions[0], row => row with { Title = "Said better" })),
        (typeof(AgendaVersion), "retract", Manager, r => Retract(r.AgendaVersions[^1])),
        (typeof(WorkingGroup), "add", Editor, r => Add(r.WorkingGroups[0] with { Name = "Lawyers", Outputs = [] })),
        (typeof(WorkingGroup), "words", Editor, r => Edit(r.WorkingGroups[0], row => row with { Mandate = "Find another." })),
        (typeof(WorkingGroup), "outcome", Manager, r => Edit(
            r.WorkingGroups[0], row => row with { Outputs = [.. row.Outputs.Select(output => output with { Text = "All is agreed." })] })),
        (typeof(WorkingGroup), "add an outcome", Manager, r => Add(r.WorkingGroups[0] with { Name = "Engineers" })),
        (typeof(Round), "add", Editor, r => Add(Planned(r))),
        (typeof(Round), "words", Editor, r => Edit(r.Rounds[0], row => row with { Place = "Berlin" })),
        (typeof(Round), "outcome", Manager, r => Edit(r.Rounds[0], row => row with { Outcome = "Everything was agreed." })),
        (typeof(Round), "outcome", Manager, r => Edit(r.Rounds[0], row => row with { State = RoundState.CalledOff, Outcome = null })),
        (typeof(Round), "add an outcome", Manager, r => Add(r.Rounds[0] with { Title = "Third", State = RoundState.Held, Outcome = "Agreed." })),
        (typeof(Draft), "add", Manager, r => Add(r.Drafts[0] with { Title = "Text on land" })),
        (typeof(Draft), "words", Manager, r => Edit(r.Drafts[0], row => row with { Title = row.Title + "!" })),
        (typeof(Draft), "retract", Manager, r => Retract(r.Drafts[^1])),
        (typeof(Offer), "add", Manager, r => Add(r.Offers[0] with { Title = "A bridge" })),
        (typeof(Offer), "words", Manager, r => Edit(r.Offers[0], row => row with { Title = row.Title + "!" })),
        (typeof(Offer), "retract", Manager, r => Retract(r.Offers[^1])),
        (typeof(StatusEvent), "add", null, r => new AddEntry<StatusEvent>(Slug, r.StatusEvents[0] with { Key = "", OccurredOn = Later })),
        (typeof(StatusEvent), "figure", Manager, r => Correct(r.StatusEvents[0], row => row with { Level = Level.TextAgreed })),
        (typeof(StatusEvent), "retract", Manager, r => new RetractEntry<StatusEvent>(Slug, r.StatusEvents[^1].Key, "Of another issue.")),
        (typeof(Position), "add", null, r => new AddEntry<Position>(Slug, r.Positions[0] with { Key = "", OccurredOn = Later })),
        (typeof(Position), "words", Manager, r => Correct(r.Positions[0], row => row with { Text = "Wants less of it." })),
        (typeof(Position), "retract", Manager, r => new RetractEntry<Position>(Slug, r.Positions[^1].Key, "Of another issue.")),
        (typeof(Claim), "add", null, r => new AddEntry<Claim>(Slug, r.Claims[0] with { Key = "", OccurredOn = Later })),
        (typeof(Claim), "words", Manager, r => Correct(r.Claims[0], row => row with { OfWhat = "points" })),
        (typeof(ClaimAppearance), "add", Editor,
            r => new AddEntry<ClaimAppearance>(Slug, ValidRecord.Elsewhere("") with { ClaimKey = r.Claims[0].Key })),
        (typeof(ClaimAppearance), "words", Editor, r => Correct(r.ClaimAppearances[^1], row => row with { Wording = "of the terms" })),
        (typeof(ClaimAppearance), "retract", Editor,
            r => new RetractEntry<ClaimAppearance>(Slug, r.ClaimAppearances[^1].Key, "Of another claim.")),
        (typeof(Claim), "retract", Manager, r => new RetractEntry<Claim>(Slug, r.Claims[^1].Key, "Of another day.")),
    ];

    [Fact]
    public void Cases_EveryKindOfRow_IsAmongThem() =>
        Assert.Equal(RecordSections.All.Select(section => section.RowType).ToHashSet(), Cases.Select(one => one.Kind).ToHashSet());

    [Theory]
    [InlineData(AccountRole.Editor, false)]
    [InlineData(AccountRole.Editor, true)]
    [InlineData(AccountRole.Manager, false)]
    [InlineData(AccountRole.Manager, true)]
    public async Task Run_EveryKindAndWhatIsDone_IsForWhoMay(AccountRole role, bool approval)
    {
        var record = ValidRecord.Make();
        record = record with { Negotiation = record.Negotiation with { RequiresApproval = approval } };
        await using var store = await TestStore.StartAsync(record);
        var account = await store.AddAccountAsync(role);
        foreach (var (kind, what, least, make) in Cases)
        {
            var before = await BoardAsync(store);
            var result = await store.Services.GetRequiredService<BoardEditor>()
                .RunAsync(make(before.Record), account, TestContext.Current.CancellationToken);
            var after = await BoardAsync(store);

            var needed = approval ? least : kind == typeof(Negotiation) ? Manager : Editor;
            var said = $"{kind.Name}, {what}, as {role}{(approval ? ", under approval" : "")}: {Said(result)}";
            if (needed is { } may && role >= may)
            {
                Assert.True(result is SaveResult.Saved, said);
                Assert.True(!approval || role > Editor || Stated(before) == Stated(after), said);
            }
            else
            {
                Assert.True(needed is null ? result is SaveResult.Refused : result is SaveResult.NotAllowed { Reason: NotAllowedReason.Role }, said);
                Assert.Equal(before.ChangeNumber, after.ChangeNumber);
            }
        }
    }

    // All shares, over the board and between each pair, with the levels by category, and what came of rounds and groups.
    private static string Stated(Board board)
    {
        var at = board.AsOf(Later);
        return string.Join('\n', [
            Shares(at.Shares), .. at.Dyads.Where(dyad => dyad.Shares.Total > 0).Select(dyad => $"{dyad.Dyad.Key} {Shares(dyad.Shares)}"),
            .. at.Issues.Select(issue => $"{issue.Issue.Category} {issue.Issue.Salience} {issue.Level}"),
            .. board.Record.Rounds.Where(round => round.State != RoundState.Planned).Select(round => $"{round.State} {round.Outcome}"),
            .. board.Record.WorkingGroups.SelectMany(group => group.Outputs).Select(output => output.Text),
            .. board.Record.Drafts.Select(draft => draft.Title), .. board.Record.Offers.Select(offer => offer.Title),
        ]);
    }

    private static string Shares(ScopeShares shares) => 
        $"{shares.Agreed} {shares.TextAgreed} {shares.Moving} {shares.Core} {shares.Weighted} {string.Join(' ', shares.Levels)}";

    private static string Said(SaveResult result) =>
        result is SaveResult.Refused refused ? string.Join(' ', refused.Errors.Select(error => error.Message)) : result.ToString()!;

    private static async Task<Board> BoardAsync(TestStore store) => (await store.Boards.FindAsync(Slug, TestContext.Current.CancellationToken))!;

    private static Round Planned(NegotiationRecord record) => record.Rounds[0] with { Title = "Second", State = RoundState.Planned, Outcome = null };

    private static AddRow<T> Add<T>(T row) where T : class, IDescriptive<T> => new(Slug, row.WithKey(""));

    private static EditRow<T> Edit<T>(T row, Func<T, T> change) where T : class, IDescriptive<T> => new(Slug, row, change(row));

    private static RetractRow<T> Retract<T>(T row) where T : class, IDescriptive<T> => new(Slug, row.Key, "Entered twice.");

    private static CorrectEntry<T> Correct<T>(T row, Func<T, T> change) where T : class, IEntry<T> => new(Slug, change(row), row.Key, "Misread.");
}
