namespace PeaceTracker.Domain.Changes;

/// <summary>What was judged before the world changed: it held until a day, and what a row says now holds from that day on.</summary>
public interface IEarlier
{
    /// <summary>The first day on which it no longer held.</summary>
    DateOnly Until { get; }

    /// <summary>When the change was entered here (UTC).</summary>
    DateTime RecordedAt { get; }

    /// <summary>Who entered the change; empty if that is not kept.</summary>
    string RecordedBy { get; }
}

/// <summary>
/// Reads judgements that changed from a day on. Earlier ones are kept in order of their days, which is also that of their
/// recording.
/// </summary>
public static class Judgements
{
    /// <summary>
    /// The earlier judgement that held on <paramref name="date"/>, as the record was known before a moment (UTC; null: now); null
    /// where what the row says now held already. A change that was not recorded yet had not been made: what it ended still held.
    /// </summary>
    public static T? On<T>(IReadOnlyList<T> earlier, DateOnly date, DateTime? before) where T : class, IEarlier =>
        earlier.FirstOrDefault(e => date < e.Until || !LiveEntries.IsKnown(e.RecordedAt, before));

    /// <summary>What a row tells the feed of its judgements that changed by a day, each on the day from which the later one holds.</summary>
    internal static IEnumerable<News> News<T>(T row, DateOnly on, Func<T, DateOnly, T> read) where T : class, IJudged<T>, IRow =>
        row.Earlier.Where(e => e.Until <= on).Select(e => new News(e.Until)
        {
            JudgedBefore = read(row, e.Until.AddDays(-1)), JudgedAfter = read(row, e.Until), RecordedAt = e.RecordedAt, RecordedBy = e.RecordedBy,
        });

    /// <summary>
    /// Whether two versions of a row differ, on whatever date, in what <paramref name="read"/> reads of them: between the days on which one of
    /// the two changes nothing moves.
    /// </summary>
    internal static bool Differ<T, TValue>(T first, T second, Func<T, DateOnly, TValue> read) where T : class, IJudged<T> =>
        first.Earlier.Concat(second.Earlier).Select(e => e.Until).Append(DateOnly.MinValue).Append(DateOnly.MaxValue).Distinct()
            .Any(day => !EqualityComparer<TValue>.Default.Equals(read(first, day), read(second, day)));
}
