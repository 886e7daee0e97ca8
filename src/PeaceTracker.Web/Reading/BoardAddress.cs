using System.Globalization;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>A negotiation's addresses, at the moment at which its board is looked at: every link made here keeps that moment.</summary>
/// <param name="Slug">The negotiation's slug.</param>
/// <param name="Moment">What is asked of time.</param>
public sealed record BoardAddress(string Slug, BoardMoment Moment)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The addresses of a negotiation's board as it is.</summary>
    public BoardAddress(string slug) : this(slug, BoardMoment.Present)
    {
    }

    /// <summary>The date asked for; null for the present.</summary>
    public DateOnly? AsOf => Moment.AsOf;

    /// <summary>The date up to which the record is read; null for all that is recorded.</summary>
    public DateOnly? KnownAt => Moment.KnownAt;

    /// <summary>What must be said of the moment, in a sentence; null where there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether a past date or a past state of the record was asked for.</summary>
    public bool IsDated => Moment != BoardMoment.Present;

    /// <summary>The summary.</summary>
    public string Summary => To("");

    /// <summary>The list of issues; add a query such as <c>level=disputed</c> with <see cref="To"/>.</summary>
    public string Issues => To("issues");

    /// <summary>One issue.</summary>
    public string Issue(string key) => To($"issues/{key}");

    /// <summary>The versions of the agenda.</summary>
    public string Agendas => To("agendas");

    /// <summary>One version of the agenda, in their list, by its number.</summary>
    public string Agenda(string number) => $"{Agendas}#agenda-{number}";

    /// <summary>All parties.</summary>
    public string Parties => To("parties");

    /// <summary>One party.</summary>
    public string Party(string key) => To($"parties/{key}");

    /// <summary>The matrix.</summary>
    public string Matrix => To("matrix");

    /// <summary>All pairs.</summary>
    public string Pairs => To("pairs");

    /// <summary>One pair.</summary>
    public string Pair(string key) => To($"pairs/{key}");

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

    /// <summary>A place in a source, on the source's page.</summary>
    public string Place(string sourceKey, string locator) => $"{Source(sourceKey)}#{PlaceId(locator)}";

    /// <summary>What changed.</summary>
    public string Changes => To("changes");

    /// <summary>Two dates compared.</summary>
    public string Compared(DateOnly from, DateOnly to) => To("changes", ("from", Format(from)), ("to", Format(to))) + "#comparison";

    /// <summary>The card for pages of others.</summary>
    public string Embed => AddressValues.Written(Site.At($"/embed/{Slug}"), Moment.Values);

    /// <summary>The method.</summary>
    public string Method => To("method");

    /// <summary>All from which the figures are made.</summary>
    public string Proof => To("proof");

    /// <summary>The search.</summary>
    public string Search => To("search");

    /// <summary>The same board at another moment.</summary>
    public BoardAddress On(BoardMoment moment) => this with { Moment = moment };

    /// <summary>
    /// The path under the negotiation, without a query: what a form's action wants. Without a slug it is that of all negotiations.
    /// </summary>
    public string Path(string page) =>
        Site.At(Slug.Length == 0 ? $"/{page}" : $"/negotiations/{Slug}{(page.Length == 0 ? "" : "/")}{page}");

    /// <summary>
    /// Address of a page of this negotiation with the moment kept, and <paramref name="query"/> in front of it; empty values are left out.
    /// </summary>
    public string To(string page, params IEnumerable<(string Name, string? Value)> query) =>
        AddressValues.Written(Path(page), query.Concat(Moment.Values));

    /// <summary>The id of a place on the page of its source.</summary>
    public static string PlaceId(string locator) => locator.Replace(' ', '-').ToLowerInvariant();

    /// <summary>A date as addresses print it; null stays null.</summary>
    public static string? Format(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads a date of an address. An empty value counts as none: an emptied form field sends one.</summary>
    public static bool TryRead(string? text, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return date is not null || string.IsNullOrWhiteSpace(text);
    }
}
