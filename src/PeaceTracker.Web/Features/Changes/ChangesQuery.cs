using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>What the address of the changes page asks for, as text; empty values count as none, for emptied form fields send them.</summary>
/// <param name="Kind">Kind of change: "status".</param>
/// <param name="Issue">Key of an issue.</param>
/// <param name="Party">Key of a party.</param>
/// <param name="Dyad">Key of a dyad.</param>
/// <param name="From">First date of a comparison.</param>
/// <param name="To">Second date of a comparison.</param>
/// <param name="Page">Page of the feed, from 1.</param>
/// <param name="By">Who recorded it.</param>
public sealed record ChangesQuery(string? Kind, string? Issue, string? Party, string? Dyad, string? From, string? To, string? Page, string? By = null)
{
    /// <summary>The words for kinds in addresses.</summary>
    public static IReadOnlyDictionary<string, ChangeSubject> Kinds { get; } =
        Enum.GetValues<ChangeSubject>().Where(s => s != ChangeSubject.Other).ToDictionary(s => s.ToString().ToLowerInvariant());

    /// <summary>The values that narrow the feed, as query values.</summary>
    public IEnumerable<(string Name, string? Value)> Filters =>
        [("kind", Kind), ("issue", Issue), ("party", Party), ("dyad", Dyad), ("by", By), ("from", From), ("to", To)];

    /// <summary>Whether anything narrows the feed but dates.</summary>
    public bool Narrows => new[] { Kind, Issue, Party, Dyad, By }.Any(v => !string.IsNullOrWhiteSpace(v));

    /// <summary>The sentence that refuses the address; null where all of it can be read.</summary>
    public string? Refusal(IStringLocalizer<Text> l, BoardSnapshot at) =>
        Unknown(Kind, Kinds.ContainsKey, l["“{0}” is no kind of change. Kinds are: {1}.", Kind ?? "", string.Join(", ", Kinds.Keys)])
        ?? Unknown(Issue, at.Board.Issues.ContainsKey, l["“{0}” is no issue of this negotiation. Choose one from the list on the page of changes.", Issue ?? ""])
        ?? Unknown(Party, at.Board.Parties.ContainsKey, l["“{0}” is no party of this negotiation. Parties are: {1}.", Party ?? "", string.Join(", ", at.Board.Parties.Keys)])
        ?? Unknown(Dyad, at.Board.Dyads.ContainsKey, l["“{0}” is no pair of this negotiation. Pairs are: {1}.", Dyad ?? "", string.Join(", ", at.Board.Dyads.Keys)])
        ?? Unknown(By, at.Board.Recorders.Contains, at.Board.Recorders.Count == 0
            ? l["“{0}” has recorded nothing here: of no entry of this negotiation it is kept who recorded it.", By ?? ""]
            : l["“{0}” has recorded nothing here. Who recorded something: {1}.", By ?? "", string.Join(", ", at.Board.Recorders)])
        ?? Dates(l, at)
        ?? (PageNumber is null ? l["“{0}” is no page number. Pages are counted from 1.", Page ?? ""].Value : null);

    /// <summary>The page asked for, from 1; null where it can't be read.</summary>
    public int? PageNumber => string.IsNullOrWhiteSpace(Page) ? 1
        : int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : null;

    /// <summary>The two dates to compare, a missing one being the board's first or its own date; null where no comparison is asked for. Only for an address that is not refused.</summary>
    public (DateOnly From, DateOnly To)? Compared(BoardSnapshot at)
    {
        BoardAddress.TryRead(From, out var from);
        BoardAddress.TryRead(To, out var to);
        return from is null && to is null ? null : (from ?? at.Negotiation.StartedOn, to ?? at.Date);
    }

    /// <summary>The filter. Only for an address that is not refused.</summary>
    public ChangeFilter Filter(BoardSnapshot at)
    {
        var compared = Compared(at);
        return new ChangeFilter
        {
            Subject = string.IsNullOrWhiteSpace(Kind) ? null : Kinds[Kind],
            IssueKey = Value(Issue),
            PartyKey = Value(Party),
            DyadKey = Value(Dyad),
            RecordedBy = Value(By),
            After = compared?.From,
            Until = compared?.To,
        };
    }

    private static string? Value(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? Unknown(string? value, Func<string, bool> known, string sentence) =>
        string.IsNullOrWhiteSpace(value) || known(value) ? null : sentence;

    private string? Dates(IStringLocalizer<Text> l, BoardSnapshot at)
    {
        foreach (var text in new[] { From, To })
        {
            if (!BoardAddress.TryRead(text, out var date))
            {
                return l["“{0}” is not a date. Write it as year, month and day: 2025-12-15.", text ?? ""];
            }

            if (date < at.Negotiation.StartedOn)
            {
                return l["{0} is before this negotiation. Its board begins on {1}.", l.Date(date.Value), l.Date(at.Negotiation.StartedOn)];
            }

            if (date > at.Date)
            {
                return l["{0} is after the date of this board, {1}. Two dates up to it can be compared.", l.Date(date.Value), l.Date(at.Date)];
            }
        }

        return Compared(at) is { } compared && compared.From > compared.To
            ? l["The first date, {0}, is after the second, {1}. Put the earlier one first.", l.Date(compared.From), l.Date(compared.To)].Value
            : null;
    }
}
