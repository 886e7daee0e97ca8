using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>A row of a record with the section it stands in, for pages that serve all kinds alike.</summary>
/// <param name="In">The section.</param>
/// <param name="Row">The row.</param>
public sealed record RecordRow(RecordSection In, IRow Row)
{
    /// <summary>The section's name, as the negotiation file gives it.</summary>
    public string Section => In.Name;

    /// <summary>Its key.</summary>
    public string Key => Row.Key;

    /// <summary>What it is: "working group".</summary>
    public string Noun => In.Noun;

    /// <summary>What it is called.</summary>
    public string Words => Row.Words;

    /// <summary>The row as an entry; null for a descriptive row.</summary>
    public IEntry? Entry => Row as IEntry;

    /// <summary>That a descriptive row was retracted.</summary>
    public Retraction? Retracted => (Row as IDescriptive)?.Retracted;
}

/// <summary>Rows by the name of their section, for pages that serve all of them alike.</summary>
public static class RecordRows
{
    /// <summary>The row; null where the record has no such section or key.</summary>
    public static RecordRow? Find(NegotiationRecord record, string section, string key) => In(record, section).FirstOrDefault(row => row.Key == key);

    /// <summary>All rows of a section, in the order of the record; none where there is no such section.</summary>
    public static IEnumerable<RecordRow> In(NegotiationRecord record, string section) =>
        RecordSections.Find(section) is { } found ? In(record, found) : [];

    /// <summary>All rows of a section, in the order of the record.</summary>
    public static IEnumerable<RecordRow> In(NegotiationRecord record, RecordSection section) =>
        section.In(record).Select(row => new RecordRow(section, row));

    /// <summary>
    /// The rows that differ between two states of a record, in the order of the later one, each with what it was before; null for a new one.
    /// </summary>
    public static IEnumerable<(RecordRow Row, object? Before)> Changed(NegotiationRecord before, NegotiationRecord after)
    {
        foreach (var section in RecordSections.All)
        {
            var old = section.In(before).ToDictionary(row => row.Key, StringComparer.Ordinal);
            foreach (var row in section.In(after))
            {
                var was = old.GetValueOrDefault(row.Key);
                if (was is null || (!ReferenceEquals(was, row) && RowJson.Write(was) != RowJson.Write(row)))
                {
                    yield return (new RecordRow(section, row), was);
                }
            }
        }
    }

    /// <summary>The command that takes the row off the board; null where such a row can't be.</summary>
    public static BoardCommand? Retract(string slug, RecordRow row, string reason) =>
        (row.In as RecordList)?.Use(new Retracting(slug, row.Key, reason));

    /// <summary>The command that puts a retracted row back on the board; of an entry the row is its retraction. Null where such a row can't
    /// be.</summary>
    public static BoardCommand? Restore(string slug, RecordRow row, string reason) =>
        (row.In as RecordList)?.Use(new Restoring(slug, row.Key, reason));

    private sealed class Restoring(string slug, string key, string reason) : IRecordListUse<BoardCommand>
    {
        public BoardCommand Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> => new RestoreRow<T>(slug, key, reason);

        public BoardCommand Entries<T>(EntryList<T> list) where T : class, IEntry<T> => new RestoreEntry<T>(slug, key, reason);
    }

    private sealed class Retracting(string slug, string key, string reason) : IRecordListUse<BoardCommand>
    {
        public BoardCommand Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> => new RetractRow<T>(slug, key, reason);

        public BoardCommand Entries<T>(EntryList<T> list) where T : class, IEntry<T> => new RetractEntry<T>(slug, key, reason);
    }
}
