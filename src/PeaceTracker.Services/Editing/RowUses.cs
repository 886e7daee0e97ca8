using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>What on the board refers to a row, so that it can't be retracted.</summary>
public static partial class RowUses
{
    /// <summary>The rows that would be broken without it, in the order of the record: found by the rules, so that none can be forgotten.</summary>
    public static IReadOnlyList<RecordRow> Of(NegotiationRecord record, RecordRow row)
    {
        // What supersedes an entry takes its place; nothing that is live refers to it by itself.
        if (row.In is not RecordList list || list.HoldsEntries || row.Retracted is not null)
        {
            return [];
        }

        var broken = NegotiationRules.Check(record).ToHashSet();
        return
        [
            .. NegotiationRules.Check(list.Use(new WithoutRow(record, row))).Where(violation => !broken.Contains(violation))
                .Select(violation => At(record, violation.Path)).OfType<RecordRow>().Where(user => (user.In, user.Key) != (row.In, row.Key))
                .DistinctBy(user => (user.In, user.Key)),
        ];
    }

    /// <summary>
    /// The rows that are broken after some were retracted: <paramref name="after"/> is the record with them retracted, and what of it is brought
    /// into line by itself does not stand in the way.
    /// </summary>
    internal static IReadOnlyList<RecordRow> Without(
        NegotiationRecord before, NegotiationRecord after, IReadOnlySet<(string Section, string Key)> retracted)
    {
        var broken = NegotiationRules.Check(before).ToHashSet();
        var left = RecordSections.Lists.Aggregate(after, (record, list) => list.Use(new Following(record)));
        return
        [
            .. NegotiationRules.Check(left).Where(violation => !broken.Contains(violation)).Select(violation => At(left, violation.Path))
                .OfType<RecordRow>().Where(user => !retracted.Contains((user.Section, user.Key))).DistinctBy(user => (user.In, user.Key)),
        ];
    }

    /// <summary>Why a row can't be retracted that is used, in a sentence.</summary>
    internal static string Sentence(IReadOnlyList<RecordRow> uses) =>
        $"It is used in {(uses.Count == 1 ? "one place" : $"{uses.Count} places")} on the board, such as the {uses[0].Noun} “{uses[0].Words}”. "
        + "Change or retract what uses it first.";

    // "statusEvents[0].citations[0].source"
    private static RecordRow? At(NegotiationRecord record, string path) =>
        Place().Match(path) is { Success: true } match && RecordSections.Find(match.Groups[1].Value) is { } section
            ? new RecordRow(section, section.In(record)[int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)])
            : null;

    [GeneratedRegex(@"^(\w+)\[(\d+)\]")]
    private static partial Regex Place();

    private sealed class Following(NegotiationRecord record) : IRecordListUse<NegotiationRecord>
    {
        public NegotiationRecord Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T>
        {
            List<T> rows = [.. list.Rows(record)];
            foreach (var follower in list.Follow(rows).ToList())
            {
                rows[rows.FindIndex(other => other.Key == follower.Key)] = follower;
            }

            return record.With<T>(rows);
        }

        public NegotiationRecord Entries<T>(EntryList<T> list) where T : class, IEntry<T> => record;
    }

    private sealed class WithoutRow(NegotiationRecord record, RecordRow row) : IRecordListUse<NegotiationRecord>
    {
        public NegotiationRecord Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T>
        {
            List<T> rows = [.. list.Rows(record).Select(other => other.Key == row.Key
                ? other.WithRetraction(new Retraction { At = DateTime.MaxValue, Reason = "-" })
                : other)];
            // What is brought into line by itself does not stand in the way.
            foreach (var follower in list.Follow(rows).ToList())
            {
                rows[rows.FindIndex(other => other.Key == follower.Key)] = follower;
            }

            return record.With<T>(rows);
        }

        public NegotiationRecord Entries<T>(EntryList<T> list) where T : class, IEntry<T> => record;
    }
}
