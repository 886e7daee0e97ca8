using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Changes;

/// <summary>The columns by which the lists of a comparison can be ordered.</summary>
public enum ComparedSort
{
    /// <summary>As on the agenda, of positions the newest first.</summary>
    Agenda,
    /// <summary>By the title of the issue.</summary>
    Issue,
    /// <summary>By the level or the stance on the first date.</summary>
    Before,
    /// <summary>By the level or the stance on the second date.</summary>
    After,
}

/// <summary>The order of the lists of a comparison and of its file.</summary>
public static class ComparedOrder
{
    /// <summary>The usual order: none of the columns gives it.</summary>
    public static TableOrder<ComparedSort> Usual { get; } = new() { UsualIsNoColumn = true };

    /// <summary>Rows in an order: each with its issue, and what it is ordered by on the two dates; null where it was not in scope.</summary>
    public static IReadOnlyList<T> Rows<T>(
        this TableOrder<ComparedSort> order, IReadOnlyList<T> rows, Func<T, Issue> issue, Func<T, IComparable?> before,
        Func<T, IComparable?> after) =>
        order.Is(ComparedSort.Agenda) ? rows : order.Sorted(rows, order.By switch
        {
            ComparedSort.Issue => row => issue(row).Title,
            ComparedSort.Before => before,
            ComparedSort.After => after,
            ComparedSort.Agenda => _ => null,
        });

    /// <summary>A level as it is ordered, in the order in which levels are shown; null for none.</summary>
    public static IComparable? Of(Level? level) =>
        level is { } known ? ScopeShares.DisplayOrder.TakeWhile(other => other != known).Count() : null;
}
