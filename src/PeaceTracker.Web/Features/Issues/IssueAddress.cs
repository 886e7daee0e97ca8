using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Issues;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Issues;

/// <summary>How an address asks for a list of issues.</summary>
public static class IssueAddress
{
    private const string Text = "q", Level = "level", Category = "category", Dyad = "dyad", Party = "party", Group = "group";
    private const string Basis = "basis", Open = "open", RedLines = "redlines", Reopened = "reopened", Contested = "contested", Core = "core";
    private const string Single = "single", Stale = "stale", Sort = "sort", Size = "size";

    /// <summary>The filters.</summary>
    public static IReadOnlyList<AddressFilter<IssueQuery>> Filters(this IssueQuery query) =>
    [
        new(Text, query.Text, query with { Text = null }),
        new(Level, query.Levels.Text, query with { Levels = default }),
        new(Category, query.Categories.Text(), query with { Categories = [] }),
        new(Dyad, query.Dyads.Text(), query with { Dyads = [] }),
        new(Party, query.Parties.Text(), query with { Parties = [] }),
        new(Group, query.Groups.Text(), query with { Groups = [] }),
        new(Basis, query.Bases.Text(), query with { Bases = [] }),
        new(Open, Yes(query.Open), query with { Open = false }),
        new(RedLines, Yes(query.RedLines), query with { RedLines = false }),
        new(Reopened, Yes(query.Reopened), query with { Reopened = false }),
        new(Contested, Yes(query.Contested), query with { Contested = false }),
        new(Core, Yes(query.Core), query with { Core = false }),
        new(Stale, Yes(query.Stale), query with { Stale = false }),
        new(Single, Yes(query.SinglePublisher), query with { SinglePublisher = false }),
    ];

    /// <summary>The filters and the order, null where nothing is asked: what asks for the same list without its page.</summary>
    public static IReadOnlyList<(string Name, string? Value)> FiltersAndOrder(this IssueQuery query) =>
    [
        .. query.Filters().Select(f => (f.Name, f.Value)),
        (Sort, query.Sort == IssueSort.Agenda && !query.Descending ? null : (query.Descending ? "-" : "") + ScaleWord.Of(query.Sort)),
    ];

    /// <summary>Everything, null where it is the default.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Values(this IssueQuery query) =>
        [.. query.FiltersAndOrder(), (Size, query.Size == IssueQuery.Sizes[0] ? null : query.Size.ToString(CultureInfo.InvariantCulture))];

    private static string? Yes(bool ticked) => ticked ? AddressValues.Yes : null;

    /// <summary>Reads what an address asks of a board.</summary>
    public static IssueQuery Read(AddressValues values, BoardSnapshot at)
    {
        var l = values.L;
        var query = new IssueQuery
        {
            Text = values.Text(Text),
            Levels = LevelFilter.Read(values.Several(Level, LevelFilter.Words)),
            Categories = values.Filters(Category, l["category"], at.Board.Record.Issues.Select(i => i.Category)),
            Dyads = values.Filters(Dyad, l["pair"], at.Board.Record.Dyads.Select(d => d.Key)),
            Parties = values.Filters(Party, l["party"], at.Board.Record.Parties.Select(p => p.Key)),
            Groups = values.Filters(Group, l["working group"], at.Board.Record.WorkingGroups.Select(g => g.Key)),
            Bases = values.Filters<Domain.Issues.Basis>(Basis),
            Open = values.Ticked(Open),
            RedLines = values.Ticked(RedLines),
            Reopened = values.Ticked(Reopened),
            Contested = values.Ticked(Contested),
            Core = values.Ticked(Core),
            Stale = values.Ticked(Stale),
            SinglePublisher = values.Ticked(Single),
        };
        var (order, descending) = values.Sort(Sort, Enum.GetValues<IssueSort>().Select(ScaleWord.Of));
        return query with
        {
            Sort = Enum.GetValues<IssueSort>().FirstOrDefault(s => ScaleWord.Of(s) == order),
            Descending = descending,
            Size = values.Size(Size, IssueQuery.Sizes),
        };
    }
}
