using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>How an address asks for claims.</summary>
public static class ClaimAddress
{
    /// <summary>The name under which an address gives the claims to stand side by side.</summary>
    public const string Compare = "compare";

    private const string Claimant = "claimant", Match = "comparability", Pair = "pair", Sort = "sort";
    private const string ShareFrom = "share-from", ShareTo = "share-to";

    /// <summary>The filters.</summary>
    public static IReadOnlyList<AddressFilter<ClaimQuery>> Filters(this ClaimQuery query) =>
    [
        new(Claimant, query.Claimants.Text(), query with { Claimants = [] }),
        new(Match, query.Comparable.Text(), query with { Comparable = [] }),
        new(Pair, query.Dyads.Text(), query with { Dyads = [] }),
        .. AddressFilter.Days(query.Made, days => query with { Made = days }),
        new(ShareFrom, query.ShareFrom?.ToString(CultureInfo.InvariantCulture), query with { ShareFrom = null }),
        new(ShareTo, query.ShareTo?.ToString(CultureInfo.InvariantCulture), query with { ShareTo = null }),
    ];

    /// <summary>The filters and the order, null where they are the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> FiltersAndOrder(this ClaimQuery query) =>
    [
        .. query.Filters().Select(f => (f.Name, f.Value)),
        (Sort, query.IsDefaultOrder ? null : (query.Descending ? "-" : "") + ScaleWord.Of(query.Sort)),
    ];

    /// <summary>Everything, null where it is the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this ClaimQuery query) =>
        [.. query.FiltersAndOrder(), (Compare, query.Compare.Count == 0 ? null : string.Join(',', query.Compare))];

    /// <summary>Reads what an address asks of a board.</summary>
    public static ClaimQuery Read(AddressValues values, BoardSnapshot at)
    {
        var l = values.L;
        var query = new ClaimQuery
        {
            Claimants = values.Filters(Claimant, l["claimant"], ClaimTable.NamesOf(at)),
            Comparable = values.Filters<Comparability>(Match),
            Dyads = values.Filters(Pair, l["pair"], at.Board.Record.Dyads.Select(d => d.Key)),
            Made = values.Days(),
            ShareFrom = values.Percent(ShareFrom, least: 0),
            ShareTo = values.Percent(ShareTo, least: 0),
            Compare = values.Several(Compare, l["claim"], at.Claims.SelectMany(c => at.EarlierKeys(c).Prepend(c.Key))),
        };
        if (query.Compare.Count > ClaimQuery.MostCompared)
        {
            values.Refuse(l["At most {0} claims can be shown side by side.", ClaimQuery.MostCompared]);
        }

        if (query.ShareFrom > query.ShareTo)
        {
            values.Refuse(l["The lower limit, {0}%, is above the upper limit, {1}%. Put the smaller one first.", query.ShareFrom!.Value,
                query.ShareTo!.Value]);
        }

        var (order, descending) = values.Sort(Sort, Enum.GetValues<ClaimSort>().Select(ScaleWord.Of));
        return order is null
            ? query
            : query with { Sort = Enum.GetValues<ClaimSort>().First(s => ScaleWord.Of(s) == order), Descending = descending };
    }
}
