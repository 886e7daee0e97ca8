using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>A list of a comparison that can be longer than the page has room for.</summary>
public enum ComparedList
{
    /// <summary>Issues that newly count as agreed.</summary>
    Gained,
    /// <summary>Issues that no longer do.</summary>
    Lost,
    /// <summary>Issues that came into scope.</summary>
    Added,
    /// <summary>Issues that left it.</summary>
    Removed,
    /// <summary>Issues that rose.</summary>
    Rose,
    /// <summary>Issues that fell.</summary>
    Fell,
    /// <summary>Issues of which something is known now.</summary>
    Known,
    /// <summary>Issues that changed otherwise.</summary>
    Otherwise,
    /// <summary>Pairs that moved on issues that stayed.</summary>
    Pairs,
    /// <summary>Issues that were reopened.</summary>
    Reopened,
    /// <summary>Positions that changed.</summary>
    Positions,
}

/// <summary>How much of its lists a comparison shows.</summary>
/// <param name="Query">What the address asks for.</param>
/// <param name="Number">The page of the one list that is shown, from 1.</param>
public sealed record ComparedPart(ChangesQuery Query, int Number)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 100;

    /// <summary>Whether a reader has asked for another order than the usual one: then the lists stand open.</summary>
    public bool IsOrdered => Query.Order.Text is not null;

    /// <summary>What an address asks for that leads back to the usual order.</summary>
    public IEnumerable<(string Name, string? Value)> UsualOrder => (Query with { Order = ComparedOrder.Usual }).All;

    /// <summary>The rows of a list that are shown: a page of the one that is asked for, or the first few.</summary>
    public IEnumerable<T> Of<T>(IReadOnlyList<T> rows, int most) =>
        Query.List is null ? rows.Take(most) : rows.Skip(ListPage.Skip(Number, Size)).Take(Size);

    /// <summary>The columns of a list with two dates.</summary>
    public static IReadOnlyList<(ComparedSort By, string Name)> Heads(IStringLocalizer<Text> l) =>
        [(ComparedSort.Issue, l["Issue"]), (ComparedSort.Before, l["Before"]), (ComparedSort.After, l["After"])];

    /// <summary>How many rows a list has.</summary>
    public static int Count(DateComparison view, ComparedList list) => list switch
    {
        ComparedList.Gained => view.Agreed.Gained.Count,
        ComparedList.Lost => view.Agreed.Lost.Count,
        ComparedList.Added => view.Added.Count,
        ComparedList.Removed => view.Removed.Count,
        ComparedList.Rose => view.Rose.Count,
        ComparedList.Fell => view.Fell.Count,
        ComparedList.Known => view.NowKnown.Count,
        ComparedList.Otherwise => view.Otherwise.Count,
        ComparedList.Pairs => view.Pairs.Count,
        ComparedList.Reopened => view.Reopened.Count,
        ComparedList.Positions => view.Positions.Count,
    };
}
