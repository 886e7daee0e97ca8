using System.Globalization;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// What an address says of time, on both axes: on which date a board is looked at, and by which state of the record. Whatever else an
/// address is to say of time is added here, to <see cref="Values"/> and to <see cref="Read"/>; links, forms, files and citations carry it then.
/// </summary>
/// <param name="AsOf">The date asked for; null for the present.</param>
/// <param name="KnownAt">The date up to which the record is read; null for all that is recorded.</param>
/// <param name="Change">The number of the change that was the newest of the store; null for all that is recorded.</param>
public sealed record BoardMoment(DateOnly? AsOf = null, DateOnly? KnownAt = null, long? Change = null)
{
    /// <summary>The name of the date in addresses.</summary>
    public const string AsOfName = "asOf";

    /// <summary>The name of the date of knowledge in addresses.</summary>
    public const string KnownAtName = "knownAt";

    /// <summary>The name of the change number in addresses.</summary>
    public const string ChangeName = "change";

    /// <summary>The board as it is.</summary>
    public static BoardMoment Present { get; } = new();

    /// <summary>The names in addresses that speak of time.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Present.Values.Select(v => v.Name)];

    /// <summary>The moment as query values, null where nothing is asked for.</summary>
    public IEnumerable<(string Name, string? Value)> Values =>
    [
        (AsOfName, BoardAddress.Format(AsOf)), (KnownAtName, BoardAddress.Format(KnownAt)),
        (ChangeName, Change?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>
    /// The same with nothing left open, so that the same will be seen for ever: what is cited, and what a file says of itself.
    /// <paramref name="date"/> is the date looked at, <paramref name="change"/> the newest change that it was read from.
    /// </summary>
    public BoardMoment Fixed(DateOnly date, long change) => this with { AsOf = AsOf ?? date, Change = Change ?? change };

    /// <summary>The moment as the address writes it; what can't be read is refused.</summary>
    public static BoardMoment Read(AddressValues values) =>
        new(values.Date(AsOfName), values.Date(KnownAtName), values.Number(ChangeName));

    /// <summary>
    /// Refuses a date that has not come yet, and one before <paramref name="start"/>, the first day of the negotiation's board; without it
    /// the moment is that of all boards.
    /// </summary>
    public void Check(AddressValues values, DateOnly today, DateOnly? start = null)
    {
        var l = values.L;
        if ((AsOf > today ? AsOf : KnownAt > today ? KnownAt : null) is { } future)
        {
            values.Refuse(start is { } from
                ? l["{0} is in the future. The board can be shown for any day from {1} to today.", l.Date(future), l.Date(from)]
                : l["{0} is in the future. The boards can be shown for any day up to today.", l.Date(future)]);
        }

        if (AsOf < start)
        {
            values.Refuse(l["{0} is before this negotiation. Its board begins on {1}.", l.Date(AsOf.Value), l.Date(start.Value)]);
        }
    }
}
