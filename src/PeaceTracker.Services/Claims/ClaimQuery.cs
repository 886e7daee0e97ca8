using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Claims;

/// <summary>What a reader asks of the claims: the filters that narrow them, their order, and which of them stand side by side.</summary>
public sealed record ClaimQuery
{
    /// <summary>How many claims can stand side by side.</summary>
    public const int MostCompared = 4;

    /// <summary>The names of people one of whom made the claim, alone or with others.</summary>
    public ChosenSet<string> Claimants { get; init; }

    /// <summary>How well the claim can be compared with the board of its day: one of these grades.</summary>
    public ChosenSet<Comparability> Comparable { get; init; }

    /// <summary>Keys of dyads, of one of which it speaks.</summary>
    public ChosenSet<string> Dyads { get; init; }

    /// <summary>Days, on one of which the claim can have been made.</summary>
    public DayRange Made { get; init; }

    /// <summary>The least and the greatest share claimed, in percent; a range counts if any part of it lies between.</summary>
    public int? ShareFrom { get; init; }

    /// <inheritdoc cref="ShareFrom" />
    public int? ShareTo { get; init; }

    /// <summary>Keys of the claims to stand side by side.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];

    /// <summary>The order.</summary>
    public ClaimSort Sort { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Whether all claims are asked for, newest first, as they are where nothing is said.</summary>
    public bool IsDefaultOrder => Sort == ClaimSort.Date && Descending;

    /// <summary>The same in another order, first the newest, the largest, the most comparable; asked again for its own order, turned round.</summary>
    public ClaimQuery SortedBy(ClaimSort sort) => this with { Sort = sort, Descending = sort == Sort ? !Descending : sort != ClaimSort.Claimant };
}

/// <summary>The orders of the claims.</summary>
public enum ClaimSort
{
    /// <summary>By the day on which they were made.</summary>
    Date,
    /// <summary>By the name of who made them.</summary>
    Claimant,
    /// <summary>By the figure, of a range its lower end; claims without one come last either way.</summary>
    Figure,
    /// <summary>By the share computed for the same scope on the same day; claims without one come last either way.</summary>
    Computed,
    /// <summary>By claimed − computed; claims without a gap come last either way.</summary>
    Gap,
    /// <summary>By how well they can be compared.</summary>
    Comparability,
}
