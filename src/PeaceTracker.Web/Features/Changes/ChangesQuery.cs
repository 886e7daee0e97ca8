using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Export;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>What an address asks of the page of changes.</summary>
/// <param name="Subjects">Kinds of change.</param>
/// <param name="Issues">Keys of issues.</param>
/// <param name="Parties">Keys of parties.</param>
/// <param name="Dyads">Keys of dyads; one alone is also what two dates are compared of.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="From">First date of a comparison.</param>
/// <param name="To">Second date of a comparison.</param>
/// <param name="Core">Whether only core issues are compared.</param>
/// <param name="List">The one list of the comparison that is shown, page by page; null for all of it in short.</param>
public sealed record ChangesQuery(
    ChosenSet<ChangeSubject> Subjects, ChosenSet<string> Issues, ChosenSet<string> Parties, ChosenSet<string> Dyads, ChosenSet<string> By,
    DateOnly? From, DateOnly? To, bool Core, ComparedList? List = null)
{
    /// <summary>The order of the lists of a comparison.</summary>
    public TableOrder<ComparedSort> Order { get; init; } = ComparedOrder.Usual;

    /// <summary>The name of the pair, and of the choice of core issues.</summary>
    public const string DyadName = "dyad", CoreName = "core";

    private const string FromName = "from", ToName = "to", ListName = "list";

    /// <summary>The words for kinds in addresses.</summary>
    public static IReadOnlyDictionary<string, ChangeSubject> Kinds { get; } =
        Enum.GetValues<ChangeSubject>().Where(s => s != ChangeSubject.Other).ToDictionary(s => s.ToString().ToLowerInvariant());

    /// <summary>The words for lists of a comparison in addresses.</summary>
    public static IReadOnlyDictionary<string, ComparedList> Lists { get; } =
        Enum.GetValues<ComparedList>().ToDictionary(list => list.ToString().ToLowerInvariant());

    /// <summary>The values that narrow the feed but the dates, null where not set.</summary>
    public IEnumerable<(string Name, string? Value)> Filters =>
    [
        ("kind", Subjects.Text(subject => subject.ToString().ToLowerInvariant())), ("issue", Issues.Text()), ("party", Parties.Text()),
        (DyadName, Dyads.Text()), ("by", By.Text()),
    ];

    /// <summary>The dates of a comparison, whether it is of core issues, the list of it and the order; null where not set.</summary>
    public IEnumerable<(string Name, string? Value)> Dates =>
        [(FromName, BoardAddress.Format(From)), (ToName, BoardAddress.Format(To)), (CoreName, Core ? AddressValues.Yes : null),
            (ListName, List?.ToString().ToLowerInvariant()), .. Order.Values];

    /// <summary>What is compared: between the one pair that is chosen, or over the whole board.</summary>
    public ComparedScope Scope => new(Dyads.One(), Core);

    /// <summary>Everything, null where not set.</summary>
    public IEnumerable<(string Name, string? Value)> All => [.. Filters, .. Dates];

    /// <summary>Whether anything narrows the feed but dates.</summary>
    public bool Narrows => Filters.Any(f => f.Value is not null);

    /// <summary>Reads what an address asks of a board.</summary>
    public static ChangesQuery Read(AddressValues values, BoardSnapshot at)
    {
        var (l, board) = (values.L, at.Board);
        var query = new ChangesQuery(
            [.. values.Filters("kind", [.. Kinds.Keys]).Select(word => Kinds[word])],
            values.Filters("issue", l["issue"], board.Record.Issues.Select(i => i.Key)),
            values.Filters("party", l["party"], board.Record.Parties.Select(p => p.Key)),
            values.Filters(DyadName, l["pair"], board.Record.Dyads.Select(d => d.Key)),
            values.Filters("by", board.Recorders, by => l["Nobody called “{0}” has recorded anything on this board.", by]),
            Date(FromName, values, at), Date(ToName, values, at), values.Ticked(CoreName),
            values.Filter(ListName, l["list"], Lists.Keys) is { } list ? Lists[list] : null)
        {
            Order = values.Order(ComparedOrder.Usual),
        };
        if (query.Compared(at) is { } dates && dates.From > dates.To)
        {
            values.Refuse(l["The first date, {0}, is after the second, {1}. Put the earlier one first.", l.Date(dates.From), l.Date(dates.To)]);
        }

        return query;
    }

    /// <summary>
    /// The two dates to compare, a missing one being the board's first or its own date; null where no comparison is asked for.
    /// </summary>
    public (DateOnly From, DateOnly To)? Compared(BoardSnapshot at) =>
        From is null && To is null ? null : (From ?? at.Negotiation.StartedOn, To ?? at.Date);

    /// <summary>The filter of the feed.</summary>
    public ChangeFilter Filter(BoardSnapshot at)
    {
        var compared = Compared(at);
        return new ChangeFilter
        {
            Subjects = Subjects,
            Issues = Issues,
            Parties = Parties,
            Dyads = Dyads,
            RecordedBy = By,
            After = compared?.From,
            Until = compared?.To,
        };
    }

    private static DateOnly? Date(string name, AddressValues values, BoardSnapshot at)
    {
        var (l, date, start) = (values.L, values.Date(name), at.Negotiation.StartedOn);
        if (date < start)
        {
            values.Refuse(l["{0} is before this negotiation. Its board begins on {1}.", l.Date(date.Value), l.Date(start)]);
        }
        else if (date > at.Date)
        {
            values.Refuse(l["{0} is after the date of this board, {1}. Two dates up to it can be compared.", l.Date(date.Value), l.Date(at.Date)]);
        }

        return date;
    }
}
