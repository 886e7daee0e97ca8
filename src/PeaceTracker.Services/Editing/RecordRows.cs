using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Editing;

/// <summary>A row of a record, found by the name of its section and its key.</summary>
/// <param name="Section">The section, as the negotiation file names it.</param>
/// <param name="Key">Its key.</param>
/// <param name="Noun">What it is: "working group".</param>
/// <param name="Words">What it is called.</param>
/// <param name="Row">The row.</param>
public sealed record RecordRow(string Section, string Key, string Noun, string Words, object Row)
{
    /// <summary>The row as an entry; null for a descriptive row.</summary>
    public IEntry? Entry => Row as IEntry;

    /// <summary>That a descriptive row was retracted.</summary>
    public Retraction? Retracted => (Row as IDescription)?.Retracted;
}

/// <summary>Rows by the name of their section, for pages that serve all of them alike.</summary>
public static class RecordRows
{
    private static readonly Dictionary<string, Kind> Kinds = new Kind[]
    {
        Description<Source>(), Description<Party>(), Description<PartyDelegate>(), Description<Dyad>(), Description<Issue>(), Description<AgendaVersion>(),
        Entry<StatusEvent>(), Entry<Position>(), Description<WorkingGroup>(), Description<Round>(), Description<Draft>(), Description<Offer>(), Entry<Claim>(),
        new("negotiation", record => [new("negotiation", record.Negotiation.Slug, "negotiation", record.Negotiation.Title, record.Negotiation)], null),
    }.ToDictionary(kind => kind.Section, StringComparer.Ordinal);

    /// <summary>The row; null where the record has no such section or key.</summary>
    public static RecordRow? Find(NegotiationRecord record, string section, string key) => In(record, section).FirstOrDefault(row => row.Key == key);

    /// <summary>All rows of a section, in the order of the record; none where there is no such section.</summary>
    public static IEnumerable<RecordRow> In(NegotiationRecord record, string section) => Kinds.GetValueOrDefault(section)?.Rows(record) ?? [];

    /// <summary>The rows that differ between two states of a record, in the order of the later one, each with what it was before; null for a new one.</summary>
    public static IEnumerable<(RecordRow Row, object? Before)> Changed(NegotiationRecord before, NegotiationRecord after)
    {
        foreach (var kind in Kinds.Values)
        {
            var old = kind.Rows(before).ToDictionary(row => row.Key, row => row.Row, StringComparer.Ordinal);
            foreach (var row in kind.Rows(after))
            {
                var was = old.GetValueOrDefault(row.Key);
                if (was is null || (!ReferenceEquals(was, row.Row) && RecordEdit.Json(was) != RecordEdit.Json(row.Row)))
                {
                    yield return (row, was);
                }
            }
        }
    }

    /// <summary>The command that takes the row off the board; null where such a row can't be.</summary>
    public static BoardCommand? Retract(string slug, RecordRow row, string reason) => Kinds[row.Section].Retract?.Invoke(slug, row.Key, reason);

    private static Kind Description<T>() where T : class, IDescription => new(Sections.Of<T>().Name, Rows<T>, (slug, key, reason) => new RetractRow<T>(slug, key, reason));

    private static Kind Entry<T>() where T : class, IEntry => new(Sections.Of<T>().Name, Rows<T>, (slug, key, reason) => new RetractEntry<T>(slug, key, reason));

    private static IEnumerable<RecordRow> Rows<T>(NegotiationRecord record) where T : class
    {
        var section = Sections.Of<T>();
        return section.Rows(record).Select(row => new RecordRow(section.Name, section.KeyOf(row), section.Noun, section.Words(row), row));
    }

    private sealed record Kind(string Section, Func<NegotiationRecord, IEnumerable<RecordRow>> Rows, Func<string, string, string, BoardCommand>? Retract);
}
