using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Issues;

/// <summary>Reads an <see cref="IssueQuery"/> from an address.</summary>
public static class IssueQueryReader
{
    /// <summary>The query of an address whose values <paramref name="value"/> gives by name; null where one can't be used, and <paramref name="bad"/> then says which.</summary>
    public static IssueQuery? Read(Func<string, string?> value, BoardSnapshot at, out BadValue? bad)
    {
        var values = new AddressValues(value);
        var query = new IssueQuery
        {
            Text = values.Text("q"),
            Level = values.Scale<Level>("level"),
            Category = values.OneOf("category", at.Board.Record.Issues.Select(i => i.Category).Distinct()),
            Dyad = values.OneOf("dyad", at.Board.Dyads.Keys),
            Party = values.OneOf("party", at.Board.Parties.Keys),
            Group = values.OneOf("group", at.Board.Record.WorkingGroups.Select(g => g.Key)),
            Basis = values.Scale<Basis>("basis"),
            Open = values.Ticked("open"),
        };
        var (order, descending) = values.Sort("sort", Enum.GetValues<IssueSort>().Select(IssueQuery.Word));
        query = query with
        {
            Sort = Enum.GetValues<IssueSort>().FirstOrDefault(s => IssueQuery.Word(s) == order),
            Descending = descending,
            Page = values.Page("page"),
            Size = values.Size("size", IssueQuery.Sizes),
        };
        bad = values.Bad;
        return bad is null ? query : null;
    }
}
