using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Api;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Api;

/// <summary>What programs that speak the Model Context Protocol can ask: reading only, each answer with its sources and how to cite it.</summary>
[McpServerToolType]
public sealed class BoardTools(Openings openings, IHttpContextAccessor accessor, IStringLocalizer<Text> l)
{
    private const string Slug = "The negotiation, as list_negotiations names it.";
    private const string AsOf = "The date to look at, such as 2025-12-15; today if left out.";
    private const string Change = "The number of a change: the record as it was then, which never changes.";

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The negotiations.</summary>
    [McpServerTool(Name = "list_negotiations", ReadOnly = true, Idempotent = true)]
    [Description("The negotiations that are tracked, each with its agreed share and the counts behind it.")]
    public async Task<CallToolResult> ListAsync(CancellationToken cancellationToken)
    {
        var (_, entries) = await openings.OpenAllAsync(new AddressValues("", l), Http.User, cancellationToken);
        return Said(Text(entries.Select(entry => new ApiNegotiation(ApiBoard.Of(entry.At, Page(entry.At, "")), ApiShares.Of(entry.At.Shares)))));
    }

    /// <summary>The summary.</summary>
    [McpServerTool(Name = "get_summary", ReadOnly = true, Idempotent = true)]
    [Description("How much of a negotiation is agreed on a date: counts, what officials claim beside it, each pair, what remains.")]
    public Task<CallToolResult> SummaryAsync(
        [Description(Slug)] string negotiation, [Description(AsOf)] string? asOf = null, [Description(Change)] long? change = null,
        CancellationToken cancellationToken = default) =>
        AnswerAsync(negotiation, asOf, change, "", at => (ApiSummary.Of(at, Page(at, "")), Cited(at, at.Issues.SelectMany(i => i.Dyads))),
            cancellationToken);

    /// <summary>What remains between two parties.</summary>
    [McpServerTool(Name = "what_remains", ReadOnly = true, Idempotent = true)]
    [Description("The issues on which two parties have not agreed, with their level, the reason and its source.")]
    public Task<CallToolResult> RemainsAsync(
        [Description(Slug)] string negotiation, [Description("The key of the first party.")] string party,
        [Description("The key of the second party.")] string other, [Description(AsOf)] string? asOf = null,
        [Description(Change)] long? change = null, CancellationToken cancellationToken = default) =>
        AnswerAsync(negotiation, asOf, change, "pairs", at =>
        {
            var pair = at.Dyads.FirstOrDefault(d => d.Dyad.Includes(party) && d.Dyad.Includes(other) && party != other)?.Dyad
                ?? throw new McpException(l["No pair “{0}” and “{1}” is tracked. The parties are: {2}.", party, other,
                    string.Join(", ", at.Parties.Select(p => p.Key))]);
            var remains = ApiRemainingBetween.Of(at, pair.Key);
            return (new { Pair = pair.Key, Issues = remains }, Cited(at, remains.Select(r => at.Issue(r.Key)!.Between(pair.Key)!)));
        }, cancellationToken);

    /// <summary>Two dates.</summary>
    [McpServerTool(Name = "compare_dates", ReadOnly = true, Idempotent = true)]
    [Description("What moved between two dates: the agreed share split into levels, scope and weight, and the issues that rose or fell.")]
    public Task<CallToolResult> CompareAsync(
        [Description(Slug)] string negotiation, [Description("The first date.")] string from, [Description("The second date.")] string to,
        CancellationToken cancellationToken = default) =>
        AnswerAsync(negotiation, to, null, "changes", at =>
        {
            var values = new AddressValues(AddressValues.Written("", [("from", from)]), l);
            if (values.Date("from") is not { } first || first > at.Date || first < at.Negotiation.StartedOn)
            {
                throw new McpException(values.Refusal ?? l["The first date must be between {0} and {1}.",
                    l.Date(at.Negotiation.StartedOn), l.Date(at.Date)]);
            }

            var compared = ApiComparison.Of(at, first, at.Date, Page(at, "changes"));
            var moved = compared.Rose.Concat(compared.Fell).Concat(compared.NowKnown).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
            return (compared, Cited(at, at.Issues.Where(i => moved.Contains(i.Issue.Key)).SelectMany(i => i.Dyads)));
        }, cancellationToken);

    /// <summary>A search.</summary>
    [McpServerTool(Name = "search", ReadOnly = true, Idempotent = true)]
    [Description("What the board has on some words: issues, parties, positions, claims, rounds, drafts, sources.")]
    public Task<CallToolResult> SearchAsync(
        [Description(Slug)] string negotiation, [Description("The words.")] string words, [Description(AsOf)] string? asOf = null,
        CancellationToken cancellationToken = default) =>
        AnswerAsync(negotiation, asOf, null, "search", at => (ApiFound.Of(at, words, Page(at, "search")), []), cancellationToken);

    /// <summary>A citation.</summary>
    [McpServerTool(Name = "cite", ReadOnly = true, Idempotent = true)]
    [Description("How to cite a board as it stands on a date: an address that always shows the same, with the headline figure.")]
    public Task<CallToolResult> CiteAsync(
        [Description(Slug)] string negotiation, [Description(AsOf)] string? asOf = null, [Description(Change)] long? change = null,
        CancellationToken cancellationToken = default) =>
        AnswerAsync(negotiation, asOf, change, "", at => (new { Agreed = ApiFigure.Of(at.Shares.Agreed) }, []), cancellationToken);

    private async Task<CallToolResult> AnswerAsync(
        string slug, string? asOf, long? change, string page, Func<BoardSnapshot, (object Answer, IReadOnlyList<CitedSource> Sources)> make,
        CancellationToken cancellationToken)
    {
        try
        {
            return Said(await TextAsync(slug, asOf, change, page, make, cancellationToken));
        }
        catch (McpException refusal)
        {
            // What can't be answered is an answer, and no fault for the log.
            return Said(refusal.Message, refused: true);
        }
    }

    private async Task<string> TextAsync(
        string slug, string? asOf, long? change, string page, Func<BoardSnapshot, (object Answer, IReadOnlyList<CitedSource> Sources)> make,
        CancellationToken cancellationToken)
    {
        var values = new AddressValues(
            AddressValues.Written("", [(BoardMoment.AsOfName, asOf), (BoardMoment.ChangeName, change is { } number ? $"{number}" : null)]), l);
        var opening = await openings.OpenAsync(slug, values, Http.User, cancellationToken)
            ?? throw new McpException(l["There is no negotiation “{0}” here.", slug]);
        if (opening.At is not { } at)
        {
            throw new McpException(values.Refusal!);
        }

        var (answer, sources) = make(at);
        return Text(new { Answer = answer, Sources = sources, Citation = Citation(at, page) });
    }

    /// <summary>A text as the answer of a tool, or as its refusal.</summary>
    internal static CallToolResult Said(string text, bool refused = false) =>
        new() { IsError = refused, Content = [new TextContentBlock { Text = text }] };

    private string Citation(BoardSnapshot at, string page) => Isolation.Without(l["PeaceTracker, “{0}”, as of {1}, change {2}. {3}",
        at.Negotiation.Title, l.Date(at.Date), at.Board.ChangeNumber, Page(at, page)]);

    private string Page(BoardSnapshot at, string page) => FileFormat.Absolute(
        Http.Request, new BoardAddress(at.Negotiation.Slug, new BoardMoment(at.Date, at.KnownAt, at.Board.ChangeNumber)).To(page));

    private static IReadOnlyList<CitedSource> Cited(BoardSnapshot at, IEnumerable<DyadStanding> standings) =>
    [
        .. from standing in standings
           where standing.Step is not null
           from citation in standing.Step!.Shown.Citations
           group citation by citation.SourceKey into cited
           where at.KnownSources.ContainsKey(cited.Key)
           let source = at.KnownSources[cited.Key]
           select new CitedSource(
               source.Key, source.Publisher, source.Headline, source.PublishedOn, source.Url,
               [.. cited.Select(c => c.Locator).OfType<string>().Distinct()]),
    ];

    private static string Text<T>(T answer) => JsonSerializer.Serialize(answer, ApiJson.Options);
}

/// <summary>A source on which an answer rests.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="PublishedOn">When it was published.</param>
/// <param name="Url">Its address; null where none is recorded.</param>
/// <param name="Places">Where in it.</param>
public sealed record CitedSource(
    string Key, string Publisher, string Headline, DateOnly PublishedOn, string? Url, IReadOnlyList<string> Places);
