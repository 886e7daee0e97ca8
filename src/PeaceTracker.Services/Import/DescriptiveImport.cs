using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>A kind of rows that are edited in place: one that is on the board can be changed by a table.</summary>
public abstract class DescriptiveImport<T> : ImportKind where T : class, IDescriptive<T>
{
    /// <inheritdoc />
    public override RecordSection Section => RecordSections.Of<T>();

    /// <summary>What makes it the same as another: its title, say. Empty where nothing does.</summary>
    protected abstract string Identity(T row);

    /// <summary>The row that a table says; <paramref name="existing"/> with what the table says of it, where it is on the board.</summary>
    internal abstract T Make(RowValues values, FormCheck check, PlanState state, T? existing);

    internal override PlannedRow Read(RowValues values, FormCheck check, PlanState state)
    {
        var rows = values.Names.Record.Rows<T>();
        state.Know(() => rows
            .SelectMany(row => row.Retracted is null ? [("=" + row.Key, row), (Identity(row), row)] : new[] { ("-" + row.Key, (IRow)row) })
            .Where(row => row.Item1.Length > 0));
        var key = values.Line("key");
        var existing = key.Length > 0 ? state.OnBoard("=" + key) as T : null;
        var row = Make(values, existing is null ? new FormCheck() : check, state, existing);
        var identity = Identity(row);
        if (existing is null)
        {
            existing = key.Length == 0 && identity.Length > 0 ? state.OnBoard(identity) as T : null;
            values.Faults.Clear();
            values.Unknown.Clear();
            row = Make(values, check, state, existing);
        }

        var what = existing is null ? key.Length > 0 ? "=" + key : identity : "=" + existing.Key;
        if (state.Doubles(what, RowJson.Write(row), values) is { } doubled)
        {
            return doubled with { Before = existing, After = row };
        }

        if (existing is null && key.Length > 0 && state.OnBoard("-" + key) is not null)
        {
            values.Fault(
                "key", $"The {Section.Noun} with this key was retracted. Restore it from its history, or give this row another key or none.");
        }

        if (existing is null)
        {
            return new PlannedRow(values.Number, ImportState.New, null, key.Length > 0 ? row.WithKey(key) : row);
        }

        if (RowJson.Write(existing) == RowJson.Write(row))
        {
            return new PlannedRow(values.Number, ImportState.Same, existing, row);
        }

        if (!state.ChangeRows)
        {
            return new PlannedRow(values.Number, ImportState.Left, existing, row);
        }

        if (existing is IJudged<T> judged && !judged.IsJudgedAs(row))
        {
            values.Fault("", "It would be judged differently from before (its weight, its pairs, its role or its name), and a table does not say "
                + "from when. Change it with its form, which asks.");
        }

        if (row.Loses(existing) is { } lost)
        {
            values.Fault("", lost.Message);
        }

        return new PlannedRow(values.Number, ImportState.Changed, existing, row);
    }

    internal override SaveResult? Apply(RecordEdit edit, IReadOnlyList<PlannedRow> rows)
    {
        var current = edit.Record.Rows<T>().ToDictionary(row => row.Key, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Before is T before && (!current.TryGetValue(before.Key, out var now) || RowJson.Write(now) != RowJson.Write(before)))
            {
                return SaveResult.Refuse($"The {Section.Noun} of row {row.Number} was changed on the board in the meantime. Check the table again.");
            }
        }

        edit.AddAll([.. rows.Where(row => row.Before is null).Select(row => ((T)row.After!, At(row)))]);
        edit.ReplaceAll([.. rows.Where(row => row.Before is not null).Select(row => (((T)row.After!).Edited(edit.Now, edit.By), At(row)))]);
        return null;
    }

    private static string At(PlannedRow row) => ImportRows.At(row.Number);
}
