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

    // What describes the board is an editor's own; agendas move every share, drafts and offers are what came of talks, entries are evidence.
    // Where else a claim appeared moves no figure.
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
        [typeof(Draft)] = (Editor, Manager),
        [typeof(Offer)] = (Editor, Manager),
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

    // Figures are moved by a salience, a category, the pairs of an issue, by which pairs must agree, by who is a principal; by whatever form.
    [Fact]
    public void ToWrite_UnderApproval_WhatMovesAFigureIsForManagers()
    {
        var (issue, dyad, party) = (Record.Issues[0], Record.Dyads[0], Record.Parties[0]);

        Assert.Equal(Manager, Writing(issue, issue with { Salience = issue.Salience + 1 }));
        Assert.Equal(Manager, Writing(issue, issue with { Category = "Another" }));
        Assert.Equal(Manager, Writing(issue, issue with { DyadKeys = ["a-b", "a-c"] }));
        Assert.Equal(Manager, Writing(dyad, dyad with { Required = !dyad.Required }));
        Assert.Equal(Manager, Writing(party, party with { Roles = [] }));
        Assert.Equal(Editor, Writing(issue, issue with { Title = "Said better" }));
        Assert.Equal(Editor, Writing(party, party with { Name = "Said better" }));
        Assert.Equal(Editor, Writing(null, issue));
    }

    // That talks took place, or were called off, is an outcome as much as what came of them.
    [Fact]
    public void ToWrite_UnderApproval_WhatStatesAnOutcomeIsForManagers()
    {
        var (planned, group) = (Record.Rounds[0] with { State = RoundState.Planned, Outcome = null }, Record.WorkingGroups[0]);
        var came = planned with { State = RoundState.Held, Outcome = "Everything was agreed." };

        Assert.Equal(Editor, Writing(null, planned));
        Assert.Equal(Editor, Writing(planned, planned with { Place = "Berlin" }));
        Assert.Equal(Editor, Writing(came, came with { Place = "Berlin" }));
        Assert.Equal(Manager, Writing(null, came));
        Assert.Equal(Manager, Writing(planned, planned with { Outcome = "Everything was agreed." }));
        Assert.Equal(Manager, Writing(planned, planned with { State = RoundState.CalledOff }));
        Assert.Equal(Manager, Writing(came, came with { Outcome = null }));
        Assert.Equal(Manager, Writing(came, came with { Retracted = new Retraction { At = ValidRecord.At, Reason = "Entered twice." } }));
        Assert.Equal(Manager, Writing(group, group with { Outputs = [group.Outputs[0] with { Text = "Another text." }] }));
        Assert.Equal(Editor, Writing(group, group with { Mandate = "Find another text." }));
    }

    [Fact]
    public void ToRetract_UnderApproval_WhatStatesAnOutcomeIsForManagers()
    {
        var round = Record.Rounds[0];

        Assert.Equal(Manager, Retracting(round));
        Assert.Equal(Editor, Retracting(round with { State = RoundState.Planned, Outcome = null }));
        Assert.Equal(Editor, Retracting(Record.Sources[0]));
        Assert.Equal(Manager, Retracting(Record.Claims[0]));
    }

    private static AccountRole Writing<T>(T? before, T after) where T : class, IRow<T> =>
        RowRights.ToWrite(RecordSections.Of<T>(), before, after, requiresApproval: true);

    private static AccountRole Retracting<T>(T row) where T : class, IRow<T> =>
        RowRights.ToRetract(new RecordRow(RecordSections.Of<T>(), row), requiresApproval: true);
}
