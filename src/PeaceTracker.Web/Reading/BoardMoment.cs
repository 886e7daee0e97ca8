using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// What an address says of time: on which date a board is looked at, and by what was known when. Whatever else an address is to
/// say of time is added here, to <see cref="Values"/> and to <see cref="Read"/>; links, forms, files and citations carry it then.
/// </summary>
/// <param name="AsOf">The date asked for; null for the present.</param>
/// <param name="KnownAt">The date up to which the record is read; null for all that is recorded.</param>
public sealed record BoardMoment(DateOnly? AsOf = null, DateOnly? KnownAt = null)
{
    /// <summary>The name of the date in addresses.</summary>
    public const string AsOfName = "asOf";

    /// <summary>The name of the date of knowledge in addresses.</summary>
    public const string KnownAtName = "knownAt";

    /// <summary>The board as it is.</summary>
    public static BoardMoment Present { get; } = new();

    /// <summary>The names in addresses that speak of time.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Present.Values.Select(v => v.Name)];

    /// <summary>The moment as query values, null where nothing is asked for.</summary>
    public IEnumerable<(string Name, string? Value)> Values =>
        [(AsOfName, BoardAddress.Format(AsOf)), (KnownAtName, BoardAddress.Format(KnownAt))];

    /// <summary>The same with nothing left open, so that the same will be seen tomorrow: what is cited, and what a file says of itself.</summary>
    public BoardMoment Fixed(DateOnly today) => this with { AsOf = AsOf ?? today, KnownAt = KnownAt ?? today };

    /// <summary>
    /// Reads the moment. A date that has not come yet is refused, and so is one before <paramref name="start"/>, the first day of
    /// the negotiation's board; without it the moment is that of all boards.
    /// </summary>
    public static BoardMoment Read(AddressValues values, DateOnly today, DateOnly? start = null)
    {
        var (l, moment) = (values.L, new BoardMoment(values.Date(AsOfName), values.Date(KnownAtName)));
        if ((moment.AsOf > today ? moment.AsOf : moment.KnownAt > today ? moment.KnownAt : null) is { } future)
        {
            values.Refuse(start is { } from
                ? l["{0} has not come yet. The board can be shown for any day from {1} to today.", l.Date(future), l.Date(from)]
                : l["{0} has not come yet. The boards can be shown for any day up to today.", l.Date(future)]);
        }

        if (moment.AsOf < start)
        {
            values.Refuse(l["{0} is before this negotiation. Its board begins on {1}.", l.Date(moment.AsOf.Value), l.Date(start.Value)]);
        }

        return moment;
    }
}
