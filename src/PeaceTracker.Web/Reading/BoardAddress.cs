using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>A negotiation's addresses, on the date at which its board is looked at: every link made here keeps that date.</summary>
/// <param name="Slug">The negotiation's slug.</param>
/// <param name="AsOf">The date asked for; null for the present.</param>
/// <param name="KnownAt">The date up to which the record is read; null for all that is recorded.</param>
public sealed record BoardAddress(string Slug, DateOnly? AsOf = null, DateOnly? KnownAt = null)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Whether a past date or a past state of the record was asked for.</summary>
    public bool IsDated => AsOf is not null || KnownAt is not null;

    /// <summary>The summary.</summary>
    public string Summary => To("");

    /// <summary>The list of issues; add a query such as <c>level=disputed</c> with <see cref="To"/>.</summary>
    public string Issues => To("issues");

    /// <summary>One issue.</summary>
    public string Issue(string key) => To($"issues/{key}");

    /// <summary>All parties.</summary>
    public string Parties => To("parties");

    /// <summary>One party.</summary>
    public string Party(string key) => To($"parties/{key}");

    /// <summary>The matrix.</summary>
    public string Matrix => To("matrix");

    /// <summary>All working groups.</summary>
    public string WorkingGroups => To("working-groups");

    /// <summary>One working group.</summary>
    public string WorkingGroup(string key) => To($"working-groups/{key}");

    /// <summary>All rounds.</summary>
    public string Rounds => To("rounds");

    /// <summary>One round.</summary>
    public string Round(string key) => To($"rounds/{key}");

    /// <summary>Drafts and offers.</summary>
    public string Drafts => To("drafts");

    /// <summary>One draft.</summary>
    public string Draft(string key) => To($"drafts/{key}");

    /// <summary>The claim ledger.</summary>
    public string Claims => To("claims");

    /// <summary>One claim in the ledger.</summary>
    public string Claim(string key) => To("claims") + $"#claim-{key}";

    /// <summary>All sources.</summary>
    public string Sources => To("sources");

    /// <summary>One source.</summary>
    public string Source(string key) => To($"sources/{key}");

    /// <summary>What changed.</summary>
    public string Changes => To("changes");

    /// <summary>The method.</summary>
    public string Method => To("method");

    /// <summary>The search.</summary>
    public string Search => To("search");

    /// <summary>The same board on other dates.</summary>
    public BoardAddress On(DateOnly? asOf, DateOnly? knownAt = null) => new(Slug, asOf, knownAt);

    /// <summary>The path under the negotiation, without a query: what a form's action wants.</summary>
    public string Path(string page) => $"/negotiations/{Slug}{(page.Length == 0 ? "" : "/")}{page}";

    /// <summary>Address of a page of this negotiation with the dates kept, and <paramref name="query"/> in front of them; empty values are left out.</summary>
    public string To(string page, params IEnumerable<(string Name, string? Value)> query)
    {
        var parts = query.Concat(Dates).Where(p => !string.IsNullOrEmpty(p.Value));
        return QueryHelpers.AddQueryString(Path(page), parts.Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }

    /// <summary>The dates as query values: what a form needs as hidden fields to keep them.</summary>
    public IEnumerable<(string Name, string? Value)> Dates =>
        [("asOf", Format(AsOf)), ("knownAt", Format(KnownAt))];

    /// <summary>Reads the dates of an address; null where one can't be read, and <paramref name="badValue"/> is then that value.</summary>
    public static BoardAddress? Read(string slug, string? asOf, string? knownAt, out string? badValue)
    {
        badValue = !TryRead(asOf, out var date) ? asOf : !TryRead(knownAt, out _) ? knownAt : null;
        TryRead(knownAt, out var known);
        return badValue is null ? new BoardAddress(slug, date, known) : null;
    }

    /// <summary>
    /// Reads the dates of an address for a board that is there; null where one can't be read, has not come yet, or is before the
    /// negotiation, and <paramref name="refusal"/> then says so.
    /// </summary>
    public static BoardAddress? Open(
        Board board, string? asOf, string? knownAt, DateOnly today, IStringLocalizer<Text> l, out string? refusal)
    {
        var start = board.Negotiation.StartedOn;
        var address = Read(board.Negotiation.Slug, asOf, knownAt, out var badValue);
        DateOnly? future = address?.AsOf > today ? address.AsOf : address?.KnownAt > today ? address.KnownAt : null;
        refusal =
            address is null ? l["“{0}” is not a date. Write it as year, month and day: 2025-12-15.", badValue ?? ""].Value
            : future is { } date ? l["{0} has not come yet. The board can be shown for any day from {1} to today.", l.Date(date), l.Date(start)].Value
            : address.AsOf < start ? l["{0} is before this negotiation. Its board begins on {1}.", l.Date(address.AsOf.Value), l.Date(start)].Value
            : null;
        return refusal is null ? address : null;
    }

    /// <summary>A date as addresses print it; null stays null.</summary>
    public static string? Format(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads a date of an address. An empty value counts as none: an emptied form field sends one.</summary>
    public static bool TryRead(string? text, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return date is not null || string.IsNullOrWhiteSpace(text);
    }
}
