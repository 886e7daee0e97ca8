using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Api;

/// <summary>Which board an answer is of, and at which moment: the same values asked for again give the same answer.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Title">Its title.</param>
/// <param name="Fictional">Whether its countries and events are invented.</param>
/// <param name="TimeZone">The IANA name of the time zone in which its days are counted.</param>
/// <param name="AsOf">The date looked at, at its end.</param>
/// <param name="KnownAt">The day by whose end the record is read; null for all that is recorded.</param>
/// <param name="Change">The number of the newest change of the record that is shown.</param>
/// <param name="Page">The address of the page that shows the same.</param>
public sealed record ApiBoard(
    string Slug, string Title, bool Fictional, string TimeZone, DateOnly AsOf, DateOnly? KnownAt, long Change, string Page)
{
    /// <summary>The board at a moment; <paramref name="page"/> is where a person sees it.</summary>
    public static ApiBoard Of(BoardSnapshot at, string page) => new(
        at.Negotiation.Slug, at.Negotiation.Title, at.Negotiation.Fictional, at.Negotiation.TimeZone, at.Date, at.KnownAt, at.Board.ChangeNumber,
        page);
}

/// <summary>A part of a list, in the order of the board.</summary>
/// <param name="Board">Of which board it is.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">Those of this part.</param>
/// <param name="Next">The address of the next part, of the same state of the record; null where this is the last.</param>
public sealed record ApiPage<T>(ApiBoard Board, int Total, IReadOnlyList<T> Items, string? Next);

/// <summary>A day in the world as exactly as it is known.</summary>
/// <param name="On">The day; of a week its Monday, of a month its first.</param>
/// <param name="Precision">Whether the day itself is known, or only its week or month.</param>
public sealed record ApiDay(DateOnly On, DatePrecision Precision)
{
    internal static ApiDay? Of(DateAsKnown? day) => day is { } known ? new(known.On, known.Precision) : null;
}
