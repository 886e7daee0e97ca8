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
using PeaceTracker.Tests.Negotiations;

namespace PeaceTracker.Tests.Editing;

/// <summary>Who may change rows of every kind, with and without approval. A kind of row that is not in the table fails here.</summary>
public class RowRightsTests
{
    private const AccountRole Editor = AccountRole.Editor;
    private const AccountRole Manager = AccountRole.Manager;

    private static readonly NegotiationRecord Record = ValidRecord.Make() with { ClaimAppearances = [ValidRecord.Elsewhere("half-elsewhere")] };

    // What describes the board is an editor's own; agendas move every share, and entries are evidence. Where
    // else a claim appeared moves no figure.
    private static readonly Dictionary<Type, (AccountRole Plain, AccountRole UnderApproval)> Expected = new()
    {
        [typeof(Negotiation)] = (Manager, Manager),
        [typeof(Source)] = (Editor, Editor),
        [typeof(Party)] = (Editor, Editor),
        [typeof(PartyDelegate)] = (Editor, Editor),
        [typeof(Dyad)] = (Editor, Editor),
        [typeof(Issue)] = (Editor, Editor),
        [typeof(AgendaVersion)] = (Editor, Manager),
        [typeof(StatusEvent)] = (Editor, Manager),
        [typeof(Position)] = (Editor, Manager),
        [typeof(WorkingGroup)] = (Editor, Editor),
        [typeof(Round)] = (Editor, Editor),
        [typeof(Draft)] = (Editor, Editor),
        [typeof(Offer)] = (Editor, Editor),
        [typeof(Claim)] = (Editor, Manager),
        [typeof(ClaimAppearance)] = (Editor, Editor),
    };

    public static TheoryData<string> Sections => [.. RecordSections.All.Select(section => section.Name)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void ToChange_EverySection_IsAsTheTableSays(string name)
    {
        var section = RecordSections.Named(name);

        Assert.Equal(
            Expected[section.RowType],
            (RowRights.ToChange(section, requiresApproval: false), RowRights.ToChange(section, requiresApproval: true)));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Needs_EveryCommandOnARow_IsWhatPagesAreTold(string name)
    {
        var section = RecordSections.Named(name);
        var commands = section is RecordList list
            ? list.Use(new Commanding())
            : [new EditNegotiation(Record.Negotiation, Record.Negotiation with { Title = "Another" })];

        Assert.All(commands, command => Assert.Equal(
            (Expected[section.RowType].Plain, Expected[section.RowType].UnderApproval), (command.Needs, command.NeedsWithApproval)));
    }

    // Figures are moved by a salience, by the pairs of an issue, by which pairs must agree, by who is a principal; by whatever form.
    [Fact]
    public void NeedsWithApproval_AnEditThatMovesAFigure_IsForManagers()
    {
        var (issue, dyad, party) = (Record.Issues[0], Record.Dyads[0], Record.Parties[0]);

        Assert.Equal(Manager, Edit(issue, issue with { Salience = issue.Salience + 1 }));
        Assert.Equal(Manager, Edit(issue, issue with { DyadKeys = ["a-b", "a-c"] }));
        Assert.Equal(Manager, Edit(dyad, dyad with { Required = !dyad.Required }));
        Assert.Equal(Manager, Edit(party, party with { Roles = [] }));
        Assert.Equal(Editor, Edit(issue, issue with { Title = "Said better" }));
        Assert.Equal(Editor, Edit(party, party with { Name = "Said better" }));
    }

    private static AccountRole Edit<T>(T before, T after) where T : class, IDescription<T> =>
        new EditRow<T>("talks", before, after).NeedsWithApproval;

    private sealed class Commanding : IRecordListUse<IEnumerable<BoardCommand>>
    {
        public IEnumerable<BoardCommand> Descriptions<T>(DescriptionList<T> list) where T : class, IDescription<T>
        {
            var row = list.Rows(Record)[0];
            return
            [
                new AddRow<T>("talks", row.WithKey("")), new EditRow<T>("talks", row, row), new RetractRow<T>("talks", row.Key, "Entered twice."),
            ];
        }

        public IEnumerable<BoardCommand> Entries<T>(EntryList<T> list) where T : class, IEntry<T>
        {
            var row = list.Rows(Record)[0];
            return
            [
                new AddEntry<T>("talks", row.WithKey("")), new CorrectEntry<T>("talks", row, row.Key, "Misread."),
                new RetractEntry<T>("talks", row.Key, "Of another issue."),
            ];
        }
    }
}
