using System.Globalization;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>All kinds of rows, in the order of the board's pages: from here paths, words, links and the audit are read.</summary>
public static class RowKinds
{
    private static readonly List<RowKind> Kinds =
    [
        new RowKind<Negotiation>
        {
            Path = "negotiation", Name = "Negotiation", AddName = null, EditName = "Edit the negotiation",
            Named = (_, _, row) => row.Title, Dated = _ => null, OneAt = (address, _) => address.Summary, AllAt = address => address.Summary,
        },
        new RowKind<Party>
        {
            Path = "parties", Several = "parties", Name = "Parties", AddName = "Add a party", EditName = "Edit a party",
            Named = (_, _, row) => row.Name, Dated = _ => null, OneAt = (address, row) => address.Party(row.Key), AllAt = address => address.Parties,
        },
        new RowKind<PartyDelegate>
        {
            Path = "delegates", Duplicates = true, Name = "Delegates", AddName = "Add a delegate", EditName = "Edit a delegate",
            Named = (l, board, row) => l["{0} ({1})", row.Name, board.Parties[row.PartyKey].Label],
            Dated = _ => null, OneAt = (address, row) => address.Party(row.PartyKey), AllAt = address => address.Parties,
        },
        new RowKind<Dyad>
        {
            Path = "pairs", Several = "parties", Name = "Pairs", AddName = "Add a pair", EditName = "Edit a pair",
            Named = (_, board, row) => board.DyadName(row),
            Dated = _ => null, OneAt = (address, row) => address.Pair(row.Key), AllAt = address => address.Pairs,
        },
        new RowKind<Issue>
        {
            Path = "issues", Several = "issues", Duplicates = true, Name = "Issues", AddName = "Add an issue", EditName = "Edit an issue",
            Named = (_, _, row) => row.Title, Dated = _ => null, OneAt = (address, row) => address.Issue(row.Key), AllAt = address => address.Issues,
        },
        new RowKind<AgendaVersion>
        {
            Path = "agenda", Name = "Agenda", AddName = "Add an agenda version", EditName = "Edit an agenda version",
            Named = (l, _, row) => l["{0}: {1}", row.Number, row.Title],
            Dated = row => row.InForceFrom,
            OneAt = (address, row) => address.Agenda(row.Number.ToString(CultureInfo.InvariantCulture)), AllAt = address => address.Agendas,
        },
        new RowKind<StatusEvent>
        {
            Path = "status-events", Several = "levels", InOutcome = true, Duplicates = true, Name = "Status events",
            AddName = "Record a status event", EditName = "Correct a status event",
            Named = (l, board, row) =>
                l["{0}, {1}: {2}", board.Issues[row.IssueKey].Title, board.DyadName(board.Dyads[row.DyadKey]), l.Word(row.Level)],
            Dated = row => new(row.OccurredOn, row.Precision), OneAt = (address, row) => address.Issue(row.IssueKey),
            AllAt = address => address.Issues,
        },
        new RowKind<Position>
        {
            Path = "positions", InOutcome = true, Duplicates = true, Name = "Positions",
            AddName = "Record a position", EditName = "Correct a position",
            Named = (l, board, row) => l["{0}, {1}: {2}", board.Parties[row.PartyKey].Label, board.Issues[row.IssueKey].Title, l.Word(row.Stance)],
            Dated = row => new(row.OccurredOn, row.Precision), OneAt = (address, row) => address.Issue(row.IssueKey),
            AllAt = address => address.Matrix,
        },
        new RowKind<WorkingGroup>
        {
            Path = "working-groups", Name = "Working groups", AddName = "Add a working group", EditName = "Edit a working group",
            Named = (_, _, row) => row.Name,
            Dated = _ => null, OneAt = (address, row) => address.WorkingGroup(row.Key), AllAt = address => address.Path("working-groups"),
        },
        new RowKind<Round>
        {
            Path = "rounds", Name = "Rounds", AddName = "Add a round", EditName = "Edit a round",
            Named = (_, _, row) => row.Title,
            Dated = row => new(row.StartsOn, row.Precision), OneAt = (address, row) => address.Round(row.Key),
            AllAt = address => address.Path("rounds"),
        },
        new RowKind<Draft>
        {
            Path = "drafts", InOutcome = true, Name = "Drafts", AddName = "Add a draft", EditName = "Edit a draft",
            Named = (_, _, row) => row.Title, Dated = row => row.Versions is [.., var last] ? last.Date : null,
            OneAt = (address, row) => address.Draft(row.Key), AllAt = address => address.Drafts,
        },
        new RowKind<Offer>
        {
            Path = "offers", InOutcome = true, Duplicates = true, Name = "Offers",
            AddName = "Add an offer", EditName = "Edit an offer",
            Named = (l, board, row) => l["{0} ({1})", row.Title, board.Parties[row.ByPartyKey].Label],
            Dated = row => row.OfferedOn, OneAt = (address, row) => $"{address.Drafts}#offer-{row.Key}", AllAt = address => address.Drafts,
        },
        new RowKind<Claim>
        {
            Path = "claims", InOutcome = true, Duplicates = true, Name = "Claims",
            AddName = "Add a claim", EditName = "Correct a claim",
            Named = (l, _, row) => l.ClaimTitle(row),
            Dated = row => new(row.OccurredOn, row.Precision), OneAt = (address, row) => address.Claim(row.Key),
            AllAt = address => address.Path("claims"),
        },
        new RowKind<ClaimAppearance>
        {
            Path = "claim-appearances", Name = "Appearances of claims", AddName = "Add an appearance", EditName = "Correct an appearance",
            Named = (l, board, row) => l[
                "{0}, also in {1}",
                board.Record.Claims.FirstOrDefault(claim => claim.Key == row.ClaimKey) is { } claim ? l.ClaimTitle(claim) : row.ClaimKey,
                board.Sources.GetValueOrDefault(row.Citation.SourceKey)?.Publisher ?? row.Citation.SourceKey],
            Dated = row => new(row.OccurredOn, row.Precision), OneAt = (address, row) => address.Claim(row.ClaimKey),
            AllAt = address => address.Path("claims"),
        },
        new RowKind<Source>
        {
            Path = "sources", Duplicates = true, Name = "Sources", AddName = "Add a source", EditName = "Edit a source",
            Named = (l, _, row) => l["{0}: {1}", row.Publisher, row.Headline],
            Dated = row => row.Published, OneAt = (address, row) => address.Source(row.Key), AllAt = address => address.Path("sources"),
        },
    ];

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<RowKind> All => Kinds;

    /// <summary>The kind of a section of the record, by the section's name.</summary>
    public static RowKind Of(string section) => Kinds.First(kind => kind.Section.Name == section);

    /// <summary>The kind at a part of an address; null where there is none, or none that is listed.</summary>
    public static RowKind? At(string path) => Kinds.Find(kind => kind.Path == path && kind.AddName is not null);

    /// <summary>Adds a kind of row that only a test knows.</summary>
    internal static void Add(RowKind kind) => Kinds.Add(kind);
}
