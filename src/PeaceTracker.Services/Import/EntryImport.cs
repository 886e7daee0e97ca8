using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>A kind of append-only rows: a table adds some, and what is on the board stays as it is.</summary>
public abstract class EntryImport<T> : ImportKind where T : class, IEntry<T>
{
    /// <inheritdoc />
    public override RecordSection Section => RecordSections.Of<T>();

    /// <summary>The entry that a table says; <paramref name="existing"/> with what the table says of it, where it is on the board.</summary>
    internal abstract T Make(RowValues values, FormCheck check, T? existing);

    internal override PlannedRow Read(RowValues values, FormCheck check, PlanState state)
    {
        var entries = values.Names.Record.Rows<T>();
        state.Know(() => entries.Select(entry => ("=" + entry.Key, (IRow)entry))
            .Concat(LiveEntries.Of(entries, null).Select(entry => (Said(entry), (IRow)entry))));
        var key = values.Line("key");
        var existing = key.Length > 0 ? state.OnBoard("=" + key) as T : null;
        var entry = Make(values, check, existing);
        if (existing is not null)
        {
            if (Said(existing) != Said(entry))
            {
                values.Fault("key", "The entry with this key is on the board with different content. Correct what was recorded from its " +
                    "history, with "
                    + "a reason; remove the key if this row is another entry.");
            }

            return new PlannedRow(values.Number, ImportState.Same, existing, entry);
        }

        var said = Said(entry);
        if (key.Length == 0 && state.OnBoard(said) is { } same)
        {
            return new PlannedRow(values.Number, ImportState.Same, same, entry);
        }

        if (state.Doubles(key.Length > 0 ? "=" + key : said, said, values) is { } doubled)
        {
            return doubled with { After = entry };
        }

        return new PlannedRow(values.Number, ImportState.New, null, key.Length > 0 ? entry.WithKey(key) : entry);
    }

    internal override SaveResult? Apply(RecordEdit edit, IReadOnlyList<PlannedRow> rows)
    {
        edit.AddAll([.. rows.Select(row => ((T)row.After!, ImportRows.At(row.Number)))]);
        return null;
    }

    // What it says, whoever entered it and when, and whether as a correction.
    private static string Said(T entry) => RowJson.Write(entry.WithKey("").Stamped(default, "").Superseding(EntryKind.Change, "", ""));
}
