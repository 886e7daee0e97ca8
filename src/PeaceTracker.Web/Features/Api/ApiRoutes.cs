using System.Reflection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Api;

/// <summary>The addresses of the API, under /api/v1. Every one takes asOf, knownAt and change as the pages do.</summary>
public static class ApiRoutes
{
    /// <summary>Where the API begins.</summary>
    public const string Root = "/api/v1";

    private const string After = "after", Row = "row", Limit = "limit";
    private static readonly int[] Sizes = [100, 10, 25, 50, 250, 500];

    // These have an answer of their own, which holds the row and what is computed of it.
    private static readonly Type[] Computed = [typeof(Issue), typeof(Claim), typeof(Dyad)];

    /// <summary>Registers the API, its description, and the tools for the Model Context Protocol.</summary>
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.AddBearerTokens();
        builder.AddApiLimits();
        builder.AddApiDescription();
        // Each request stands for itself: no session is kept, and who asks has the rights of the request.
        builder.Services.AddMcpServer(options => options.ServerInfo = new() { Name = "PeaceTracker", Version = "1" })
            .WithHttpTransport(options => options.Stateless = true).WithTools<BoardTools>().WithCheckedCalls();
    }

    /// <summary>Maps them.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root).RequireRateLimiting(ApiLimits.Policy).RequireCors(ApiLimits.Policy).WithTags("Reading")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/negotiations", AllAsync).Named<ApiNegotiations>("listNegotiations", "All negotiations, each with its shares.");
        api.MapBeginning();
        var board = api.MapGroup("/negotiations/{slug}").ProducesProblem(StatusCodes.Status404NotFound);
        Map(board, "", "getSummary", "The summary of a board: shares, claimed beside computed, pairs, what remains.", request =>
            ApiSummary.Of(request.At, request.Page()));
        MapList(board, "issues", "listIssues", "Issues with their level over the whole board and between each pair.",
            ApiIssue.Listed, (_, issue) => ApiIssue.Of(issue), issue => issue.Issue.Key);
        board.MapGet("/issues/{key}", IssueAsync).Named<ApiIssue>("getIssue", "One issue.");
        MapList(board, "pairs", "listPairs", "Pairs of parties with their shares.", ApiPair.All, (_, pair) => pair, pair => pair.Key,
            "Pair");
        MapList(board, "claims", "listClaims", "Claims, each beside what the record shows for its scope.", at => at.Claims,
            (at, claim) => ApiClaim.Of(ClaimComparison.Of(claim, at)), claim => claim.Key, "Claim");
        MapList(board, "shares", "listShares", "The shares over time.", ApiPeriod.All, (_, period) => period,
            period => BoardAddress.Format(period.Date.On)!);
        foreach (var list in RecordSections.Lists.Where(list => !Computed.Contains(list.RowType)))
        {
            Rows.MakeGenericMethod(list.RowType).Invoke(null, [board, list]);
        }

        Map(board, "comparison", "compareDates", "Two dates compared, from and to.", Compare).Takes("from", "to");
        Map(board, "search", "search", "What the search finds for the words q.", request =>
            ApiFound.Of(request.At, request.Values.Text("q"), request.Page("search"))).Takes("q");
        board.MapGet("/changes", ChangesAsync).Named<ApiChangeList>(
            "listChanges", "Changes of the record after the one whose number is given, oldest first, for keeping a copy up to date.")
            .Takes(After, Row, Limit).WithMetadata(new ApiUndated());
        board.MapRecording();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapMcp("/mcp").RequireRateLimiting(ApiLimits.Policy);
        // The last of all. Not MapFallback: what the compiler makes of it forgets the address, and would answer everywhere.
        app.Map("/api/{**rest}", (IStringLocalizer<Text> l) =>
            ApiAnswer.Problem(
                l["There is nothing at this address. {0} lists what there is.", Site.At(ReferenceView.Address)], StatusCodes.Status404NotFound))
            .RequireRateLimiting(ApiLimits.Policy).WithOrder(int.MaxValue);
    }

    private static readonly MethodInfo Rows = typeof(ApiRoutes).GetMethod(nameof(MapRows), BindingFlags.NonPublic | BindingFlags.Static)!;

    // The rows of a section as the board shows them, in the form of the negotiation file.
    private static void MapRows<T>(RouteGroupBuilder board, RecordList list) where T : class, IRow
    {
        MapList(board, ApiRecording.PathOf(list), "list" + char.ToUpperInvariant(list.Name[0]) + list.Name[1..],
            $"Rows of the section {list.Name}, as recorded.",
            at => at.Rows(list).Cast<T>(), (_, row) => row, row => row.Key, ApiRecording.NameOf(list));
    }

    // Of what is listed, only what is answered is made; where one item is asked for by its key, it is called so.
    private static void MapList<TRow, T>(
        RouteGroupBuilder board, string path, string id, string summary, Func<BoardSnapshot, IEnumerable<TRow>> all,
        Func<BoardSnapshot, TRow, T> make, Func<TRow, string> keyOf, string? one = null)
    {
        Map(board, path, id, summary, request => Page(request, path, [.. all(request.At)], make, keyOf)).Takes(After, Limit);
        if (one is not null)
        {
            board.MapGet(path + "/{key}", (HttpContext http, string slug, string key, Openings openings, IStringLocalizer<Text> l) =>
                ApiAnswer.OfBoardAsync(http, slug, openings, l, request =>
                    One(request, all(request.At).Where(row => keyOf(row) == key).Select(row => make(request.At, row)), key)))
                .Named<T>($"get{one}", "One of them, by its key.");
        }
    }

    private static IResult One<T>(ApiRequest request, IEnumerable<T> found, string key) =>
        found.Select(item => ApiAnswer.Ok(request.Http, item)).FirstOrDefault()
        ?? ApiAnswer.Problem(
            request.Values.L["There is no “{0}” in this list on {1}.", key, request.Values.L.Date(request.At.Date)], StatusCodes.Status404NotFound);

    private static RouteHandlerBuilder Map<T>(RouteGroupBuilder board, string path, string id, string summary, Func<ApiRequest, T> make) =>
        board.MapGet(path, (HttpContext http, string slug, Openings openings, IStringLocalizer<Text> l) =>
            ApiAnswer.OfBoardAsync(http, slug, openings, l, make)).Named<T>(id, summary);

    private static ApiPage<T> Page<TRow, T>(
        ApiRequest request, string path, List<TRow> all, Func<BoardSnapshot, TRow, T> make, Func<TRow, string> key)
    {
        var (values, size) = (request.Values, request.Values.Size(Limit, Sizes));
        var from = 0;
        if (values.Text(After) is { } after && (from = all.FindIndex(item => key(item) == after) + 1) == 0)
        {
            values.Refuse(values.L["There is no “{0}” in this list to continue from. Use the address in “next” as it was given.", after]);
        }

        var rows = all.Skip(from).Take(size).ToList();
        var board = request.Board();
        var moment = request.Opening.Address.Moment.Fixed(request.At.Date, request.At.Board.ChangeNumber);
        var items = rows.ConvertAll(row => make(request.At, row));
        return new(board, all.Count, items, from + rows.Count >= all.Count ? null : FileFormat.Absolute(request.Http.Request,
            AddressValues.Written(
                Site.At($"{Root}/negotiations/{board.Slug}/{path}"), [.. moment.Values, (Limit, $"{size}"), (After, key(rows[^1]))])));
    }

    private static ApiComparison Compare(ApiRequest request)
    {
        var (at, values) = (request.At, request.Values);
        var from = values.Date("from") ?? at.Negotiation.StartedOn;
        var to = values.Date("to") ?? at.Date;
        if (from > to || from < at.Negotiation.StartedOn || to > at.Date)
        {
            values.Refuse(values.L["Give “from” and “to” as days from {0} to {1}, the earlier one first.",
                values.L.Date(at.Negotiation.StartedOn), values.L.Date(at.Date)]);
            (from, to) = (at.Date, at.Date);
        }

        return ApiComparison.Of(at, from, to, request.Page("changes"));
    }

    private static async Task<IResult> AllAsync(HttpContext http, Openings openings, IStringLocalizer<Text> l)
    {
        var values = AddressValues.Of(http.Request, l);
        var (moment, entries) = await openings.OpenAllAsync(values, http.User, http.RequestAborted);
        return values.Refusal is { } refusal ? ApiAnswer.Problem(refusal) : ApiAnswer.Ok(http, new ApiNegotiations(
            moment.Change ?? await openings.NewestAsync(http.RequestAborted),
            [
                .. entries.Select(entry => new ApiNegotiation(
                    ApiBoard.Of(entry.At, FileFormat.Absolute(http.Request, new BoardAddress(entry.At.Negotiation.Slug, moment).Summary)),
                    ApiShares.Of(entry.At.Shares))),
            ]));
    }

    private static Task<IResult> IssueAsync(HttpContext http, string slug, string key, Openings openings, IStringLocalizer<Text> l) =>
        ApiAnswer.OfBoardAsync(http, slug, openings, l, request => request.At.IssueOnOrOffAgenda(key) is { } issue
            ? ApiAnswer.Ok(http, ApiIssue.Of(issue))
            : ApiAnswer.Problem(l["There is no issue “{0}” on this board on {1}.", key, l.Date(request.At.Date)], StatusCodes.Status404NotFound));

    private static async Task<IResult> ChangesAsync(
        HttpContext http, string slug, ChangeReader changes, ApiChanges rows, IStringLocalizer<Text> l)
    {
        var values = AddressValues.Of(http.Request, l);
        var (after, row, size) = (values.Number(After, least: 0) ?? 0, values.Count(Row), values.Size(Limit, Sizes));
        if (values.Refusal is { } refusal)
        {
            return ApiAnswer.Problem(refusal);
        }

        if (await changes.PlaceAsync(slug, http.RequestAborted) is not { } place || !http.User.MaySee(place.IsPublished))
        {
            return ApiAnswer.Problem(l["There is no negotiation “{0}” here.", slug], StatusCodes.Status404NotFound);
        }

        if (await rows.AfterAsync(slug, after, row, place.Number, size, http.RequestAborted) is not { } part)
        {
            return ApiAnswer.Problem(l["The next change has no rows after row {0}. Use the address in “next” as it was given.", row]);
        }

        return ApiAnswer.Ok(http, new ApiChangeList(place.Number, part.Items, FileFormat.Absolute(http.Request, AddressValues.Written(
            Site.At($"{Root}/negotiations/{slug}/changes"),
            [(After, part.After > 0 ? $"{part.After}" : null), (Row, part.Row > 0 ? $"{part.Row}" : null), (Limit, $"{size}")]))));
    }

    private static RouteHandlerBuilder Named<T>(this RouteHandlerBuilder route, string id, string summary) =>
        route.WithName(id).WithSummary(summary).Produces<T>(contentType: "application/json");

    private static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params string[] names) => route.WithMetadata(new ApiTakes(names));
}
