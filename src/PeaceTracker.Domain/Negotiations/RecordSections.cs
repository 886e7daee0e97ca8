using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>
/// The kinds of rows that a record holds, each with its name, in the order of a negotiation file. Loading, writing, known keys, files,
/// history, conflicts and the tests' full record are read from here; no other list of sections exists.
/// </summary>
public static class RecordSections
{
    private static readonly List<RecordList> AllLists =
    [
        new DescriptiveList<Source>("sources", "source", NegotiationRules.Sources),
        new DescriptiveList<Party>("parties", "party", NegotiationRules.Parties),
        new DescriptiveList<PartyDelegate>("delegates", "delegate", NegotiationRules.Delegates),
        new DescriptiveList<Dyad>("dyads", "pair", NegotiationRules.Dyads),
        new DescriptiveList<Issue>("issues", "issue", NegotiationRules.Issues),
        new DescriptiveList<AgendaVersion>("agendaVersions", "agenda version", NegotiationRules.AgendaVersions, AgendaVersion.Follow),
        new EntryList<StatusEvent>("statusEvents", "status event", NegotiationRules.StatusEvents),
        new EntryList<Position>("positions", "position", NegotiationRules.Positions),
        new DescriptiveList<WorkingGroup>("workingGroups", "working group", NegotiationRules.WorkingGroups),
        new DescriptiveList<Round>("rounds", "round", NegotiationRules.Rounds),
        new DescriptiveList<Draft>("drafts", "draft", NegotiationRules.Drafts),
        new DescriptiveList<Offer>("offers", "offer", NegotiationRules.Offers),
        new EntryList<Claim>("claims", "claim", NegotiationRules.Claims),
        new EntryList<ClaimAppearance>("claimAppearances", "appearance of a claim", NegotiationRules.ClaimAppearances),
    ];

    /// <summary>The negotiation’s description.</summary>
    public static NegotiationSection Negotiation { get; } = new();

    /// <summary>The lists of a record.</summary>
    public static IReadOnlyList<RecordList> Lists => AllLists;

    /// <summary>All sections: the negotiation itself, then the lists.</summary>
    public static IEnumerable<RecordSection> All => AllLists.Prepend<RecordSection>(Negotiation);

    /// <summary>The section of that name; null where there is none.</summary>
    public static RecordSection? Find(string name) => All.FirstOrDefault(section => section.Name == name);

    /// <summary>The section of that name, where it is known to exist.</summary>
    public static RecordSection Named(string name) => Find(name) ?? throw new ArgumentException($"A record has no section {name}.", nameof(name));

    /// <summary>The section whose rows are of that type.</summary>
    public static RecordSection Of(Type rowType) => rowType == Negotiation.RowType ? Negotiation
        : AllLists.Find(list => list.RowType == rowType)
            ?? throw new ArgumentException($"A record holds no rows of type {rowType.Name}.", nameof(rowType));

    /// <summary>The list whose rows are of that type.</summary>
    public static RecordList<T> Of<T>() where T : class, IRow<T> => (RecordList<T>)Of(typeof(T));

    /// <summary>Adds a kind of row that only a test knows, before anything has asked for the sections.</summary>
    internal static void Add(RecordList list) => AllLists.Add(list);
}
