using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Changes;

/// <summary>
/// What a row has to tell the feed of changes: that something happened on a day, about whom and what. A value, since there can be very many.
/// </summary>
public readonly record struct News
{
    /// <summary>News of that day.</summary>
    public News(DateOnly date) => Date = date;

    /// <summary>When it happened in the world.</summary>
    public DateOnly Date { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>What it is about; null where that is the issue's title.</summary>
    public string? Title { get; init; }

    /// <summary>More about it: a reason, a note.</summary>
    public string? Text { get; init; }

    /// <summary>Key of the issue, where it is about one.</summary>
    public string? IssueKey { get; init; }

    /// <summary>Key of the dyad, where it is about one.</summary>
    public string? DyadKey { get; init; }

    /// <summary>Key of the party, where it is about one.</summary>
    public string? PartyKey { get; init; }

    /// <summary>Key of the round in which it came about.</summary>
    public string? RoundKey { get; init; }

    /// <summary>Keys of the issues that it bears on, where it is not about one alone; null for none.</summary>
    public IEnumerable<string>? IssueKeys { get; init; }

    /// <summary>Keys of the parties that take part in it, where it is not about one alone; null for none.</summary>
    public IEnumerable<string>? PartyKeys { get; init; }

    /// <summary>The number of the version, where the row has versions.</summary>
    public int? Version { get; init; }

    /// <summary>Where it is said; null for nowhere.</summary>
    public IEnumerable<Citation>? Citations { get; init; }

    /// <summary>The row as it was judged until the day, where it was judged otherwise from then on; null for other news.</summary>
    public IRow? JudgedBefore { get; init; }

    /// <summary>The row as it was judged from that day on.</summary>
    public IRow? JudgedAfter { get; init; }

    /// <summary>Whether it is that the headline claim was chosen.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>Key of the claim that was chosen; null for the usual one, and for other news.</summary>
    public string? ClaimKey { get; init; }

    /// <summary>When it was entered here (UTC).</summary>
    public DateTime RecordedAt { get; init; }

    /// <summary>Who entered it; null or empty if that is not kept.</summary>
    public string? RecordedBy { get; init; }
}
