using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Editing;

/// <summary>
/// Takes back a change, as a new one, one's own or as a manager anybody's: what it added is retracted, what it edited is as before, what it
/// retracted is there again. Refused in words where somebody has built on it since.
/// </summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Number">The number of the change.</param>
/// <param name="Did">What it did, in a sentence.</param>
/// <param name="Rows">The rows that it wrote, each before and after.</param>
public sealed record TakeBack(string Slug, long Number, string Did, IReadOnlyList<RowChange> Rows) : BoardCommand(Slug)
{
    /// <summary>What kind of change it is.</summary>
    public const string Kind = "change-taken-back";

    // What a summary begins with, and goes on with after the number.
    private const string Words = "Change ", Done = " taken back: ";

    private string Reason => string.Create(CultureInfo.InvariantCulture, $"Change {Number} was taken back.");

    /// <inheritdoc />
    public override string What => Kind;

    // What a negotiation says of itself is for managers, also where whoever changed it was one then.
    /// <inheritdoc />
    public override AccountRole Needs => Rows.Any(row => row.Section == RecordSections.Negotiation.Name)
        ? RowRights.ToChange(RecordSections.Negotiation, requiresApproval: false) : AccountRole.Editor;

    /// <summary>The number of the change that was taken back by the one of that summary; null where it is of another kind.</summary>
    public static long? NumberIn(string summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.StartsWith(Words, StringComparison.Ordinal) && summary.IndexOf(Done, StringComparison.Ordinal) is > 0 and var end
            && long.TryParse(summary.AsSpan(Words.Length, end - Words.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : null;
    }

    internal override SaveResult? Apply(RecordEdit edit)
    {
        // Backwards: what refers to another row of the change goes before it. What stands together in one list is done at once.
        var retracted = new HashSet<(string Section, string Key)>();
        for (var last = Rows.Count; last > 0;)
        {
            var (run, section) = (new List<RowChange>(), Rows[last - 1].Section);
            while (last > 0 && Rows[last - 1].Section == section)
            {
                run.Add(Rows[--last]);
            }

            var refusal = RecordSections.Named(section) is RecordList list
                ? list.Use(new Undoing(edit, run, retracted, Reason))
                : UndoNegotiation(edit, run[0]);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return retracted.Count > 0 && RowUses.Without(edit.Before, edit.Record, retracted) is { Count: > 0 } uses
            ? SaveResult.Refuse(RowUses.Sentence(uses))
            : null;
    }

    internal override string Summary(RecordEdit edit) => $"{Words}{Number}{Done}{Did}";

    internal override async Task<SaveResult?> AlongAsync(
        TrackerContext context, Account account, RecordEdit edit, long number, CancellationToken cancellationToken) =>
        account.Role >= AccountRole.Manager
            || await context.Changes.AnyAsync(change => change.Number == Number && change.AccountId == account.Id, cancellationToken)
            ? null
            : new SaveResult.NotAllowed(NotAllowedReason.Role);

    private static SaveResult.Refused? UndoNegotiation(RecordEdit edit, RowChange row)
    {
        if (row.Before is null)
        {
            return SaveResult.Refuse("A negotiation that was begun can’t be taken back. Until it is published, only editors can see it.");
        }

        if (RowJson.Write(edit.Record.Negotiation) != row.After)
        {
            return BuiltOn("The negotiation’s description");
        }

        var before = (Negotiation)RowJson.Read(RecordSections.Negotiation, row.Before);
        edit.Replace(before);
        return null;
    }

    private static SaveResult.Refused BuiltOn(string what) =>
        SaveResult.Refuse($"{what} has been changed again since, so this can’t be taken back; edit, correct or retract it with its form.");

    private sealed class Undoing(RecordEdit edit, List<RowChange> run, HashSet<(string Section, string Key)> retracted, string reason)
        : IRecordListUse<SaveResult?>
    {
        public SaveResult? Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T>
        {
            var rows = list.Rows(edit.Record).ToDictionary(row => row.Key, StringComparer.Ordinal);
            var undone = new List<(T Row, string At)>();
            foreach (var row in run)
            {
                if (!rows.TryGetValue(row.Key, out var current) || RowJson.Write(current) != row.After)
                {
                    return BuiltOn($"The {list.Noun} “{row.Key}”");
                }

                if (row.Before is null)
                {
                    retracted.Add((list.Name, row.Key));
                    undone.Add((current.WithRetraction(new Retraction { At = edit.Now, By = edit.By, Reason = reason }), ""));
                    continue;
                }

                var before = (T)RowJson.Read(list, row.Before);
                if (before.Loses(current) is { } lost)
                {
                    return SaveResult.Refuse(lost.Message);
                }

                undone.Add((before, ""));
            }

            edit.ReplaceAll(undone);
            return null;
        }

        // An entry is never gone: it is retracted, or what stood before it is said again.
        public SaveResult? Entries<T>(EntryList<T> list) where T : class, IEntry<T>
        {
            var entries = list.Rows(edit.Record).ToDictionary(entry => entry.Key, StringComparer.Ordinal);
            var superseded = entries.Values.Select(entry => entry.SupersedesKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var undone = new List<(T Entry, string At)>();
            foreach (var row in run)
            {
                if (!entries.TryGetValue(row.Key, out var entry) || superseded.Contains(row.Key))
                {
                    return BuiltOn($"The {list.Noun} {row.Key}");
                }

                var before = entries.GetValueOrDefault(entry.SupersedesKey ?? "");
                undone.Add((before is null || before.Kind == EntryKind.Retraction
                    ? entry.Superseding(EntryKind.Retraction, entry.Key, reason).WithKey("")
                    : before.Superseding(EntryKind.Correction, entry.Key, reason).WithKey(""), ""));
            }

            edit.AddAll(undone);
            return null;
        }
    }
}
