using System.Reflection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Api;

/// <summary>The addresses by which something is recorded: an outcome of talks, and rows of every kind, by the commands of the forms.</summary>
public static class ApiRecording
{
    /// <summary>Whatever is sent comes to the address, which then says that it takes JSON alone.</summary>
    public const string Any = "*/*";

    private static readonly MethodInfo Kind = typeof(ApiRecording).GetMethod(nameof(MapKind), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What an address calls the rows of a list: also where they are read.</summary>
    public static string PathOf(RecordList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.RowType == typeof(Dyad) ? "pairs" : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(list.Name);
    }

    /// <summary>What the description calls one of its rows: "Source".</summary>
    public static string NameOf(RecordList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.RowType == typeof(Dyad) ? "Pair" : list.RowType.Name;
    }

    /// <summary>Maps them.</summary>
    public static void MapRecording(this RouteGroupBuilder board)
    {
        var group = board.Recording();
        group.MapPost("/outcomes", RecordOutcomeAsync).Recorded<OutcomeForm>(
            "recordOutcome", "Records an outcome of talks: published, submitted where a second person has to approve, or kept as a draft.");
        group.MapDeciding();
        board.MapOutcomes();
        group.MapPost("/corrections", (
            HttpContext http, string slug, BoardReader boards, Openings openings, ApiWriter writer, IStringLocalizer<Text> l) =>
            CorrectAsync(http, slug, null, "", boards, openings, writer, l)).Recorded<ApiCorrection<Negotiation>>(
            "correctNegotiation", "Corrects the negotiation’s own description.");
        foreach (var list in RecordSections.Lists)
        {
            Kind.MakeGenericMethod(list.RowType).Invoke(null, [group, list]);
        }
    }

    /// <summary>Addresses at which something is recorded, with a token.</summary>
    internal static RouteGroupBuilder Recording(this RouteGroupBuilder board)
    {
        var group = board.MapGroup("").WithTags("Recording").WithMetadata(new ApiRecords())
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        group.AddEndpointFilter(SayWhyAsync);
        return group;
    }

    // What keeps a program from recording is a problem in a sentence, whatever was asked of the store when it failed.
    private static async ValueTask<object?> SayWhyAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var (http, services) = (call.HttpContext, call.HttpContext.RequestServices);
        try
        {
            return await next(call);
        }
        catch (Exception fault) when (services.GetRequiredService<StoreLine>().IsCut(fault))
        {
            return BearerTokens.Unreachable(http);
        }
        catch (Exception fault) when (StoreFacts.IsForWantOfRoom(fault))
        {
            return ApiAnswer.Problem(
                services.GetRequiredService<IStringLocalizer<Text>>()["The server’s disk is full. Nothing was recorded."],
                StatusCodes.Status507InsufficientStorage);
        }
    }

    private static void MapKind<T>(RouteGroupBuilder group, RecordList list) where T : class, IRow
    {
        var (path, name) = (PathOf(list), NameOf(list));
        group.MapPost($"/{path}", (HttpContext http, string slug, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l) =>
            AddAsync(http, slug, list, boards, writer, l)).Recorded<T>($"add{name}", $"Adds one: {list.Noun}.");
        group.MapPost($"/{path}/{{key}}/corrections", (
            HttpContext http, string slug, string key, BoardReader boards, Openings openings, ApiWriter writer, IStringLocalizer<Text> l) =>
            CorrectAsync(http, slug, list, key, boards, openings, writer, l)).Recorded<ApiCorrection<T>>(
            $"correct{name}", $"Corrects one: {list.Noun}.");
        group.MapPost($"/{path}/{{key}}/retractions", (
            HttpContext http, string slug, string key, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l) =>
            RetractAsync(http, slug, list, key, boards, writer, l)).Recorded<ApiRetraction>(
            $"retract{name}", $"Takes one off the board: {list.Noun}.");
        group.MapPost($"/{path}/{{key}}/restorations", (
            HttpContext http, string slug, string key, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l) =>
            ApiDeciding.RestoreAsync(http, slug, list, key, boards, writer, l)).Recorded<ApiRestoration>(
            $"restore{name}", $"Puts one back on the board that was taken off: {list.Noun}.");
    }

    private static async Task<IResult> AddAsync(
        HttpContext http, string slug, RecordList list, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l)
    {
        var (asking, record, refusal) = await OpenAsync(http, slug, boards, l);
        return asking is null || record is null ? refusal! : await RunAsync(
            asking, slug, ApiCommands.Add(list, slug, asking.Body), writer, path => path, key => $"{PathOf(list)}/{Uri.EscapeDataString(key)}");
    }

    // Of rows the state that was seen has to be said; what the negotiation says of itself is one.
    private static async Task<IResult> CorrectAsync(
        HttpContext http, string slug, RecordList? list, string key, BoardReader boards, Openings openings, ApiWriter writer,
        IStringLocalizer<Text> l)
    {
        var (asking, record, refusal) = await OpenAsync(http, slug, boards, l);
        if (asking is null || record is null)
        {
            return refusal!;
        }

        var seen = record;
        if (list?.HoldsEntries != true)
        {
            if (asking.Body.Number("seen") is not { } number)
            {
                return ApiRefusals.Of(l, [new("seen", l["Give the number of the change at which you read it: it is “change” in the answer."])]);
            }

            if (await openings.NewestAsync(http.RequestAborted) is var newest && number > newest)
            {
                return ApiRefusals.Of(l, [new("seen", l["There is no change {0} yet: the newest is {1}.", number, newest])]);
            }

            if (await boards.FindAsync(slug, number, http.RequestAborted) is not { } then)
            {
                return ApiRefusals.Of(l, [new("seen", l["This negotiation did not exist yet at change {0}. Read it again.", number])]);
            }

            seen = then.Record;
        }

        var asked = list is null ? ApiCommands.Correct(slug, asking.Body, seen) : ApiCommands.Correct(list, slug, key, asking.Body, seen, record);
        return await RunAsync(asking, slug, asked, writer, ApiCommands.PlaceInCorrection,
            row => list is null ? "" : $"{PathOf(list)}/{Uri.EscapeDataString(row)}");
    }

    private static async Task<IResult> RetractAsync(
        HttpContext http, string slug, RecordList list, string key, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l)
    {
        var (asking, record, refusal) = await OpenAsync(http, slug, boards, l);
        return asking is null || record is null ? refusal! : await RunAsync(
            asking, slug, ApiCommands.Retract(list, slug, key, asking.Body, record), writer, path => path, address: null);
    }

    private static async Task<IResult> RecordOutcomeAsync(
        HttpContext http, string slug, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l)
    {
        var (asking, record, refusal) = await OpenAsync(http, slug, boards, l);
        if (asking is null || record is null)
        {
            return refusal!;
        }

        var (form, draft, errors) = ApiCommands.Outcome(asking.Body, record);
        return form is null ? ApiRefusals.Of(l, errors) : Answer(
            asking, slug, await writer.TakeAsync(slug, form, draft, asking.Attempt, http.RequestAborted), path => ApiCommands.Place(form, path),
            id => $"outcomes/{id}");
    }

    /// <summary>Reads a request for a board that is there; null where it is refused, with why.</summary>
    internal static async Task<(ApiAsking? Asking, NegotiationRecord? Record, IResult? Refusal)> OpenAsync(
        HttpContext http, string slug, BoardReader boards, IStringLocalizer<Text> l)
    {
        var (asking, refusal) = await ApiAsking.ReadAsync(http, l);
        if (asking is null)
        {
            return (null, null, refusal);
        }

        var board = await boards.FindAsync(slug, http.RequestAborted);
        return board?.Negotiation.Slug == slug ? (asking, board.Record, null)
            : (null, null, ApiAnswer.Problem(l["There is no negotiation “{0}” here.", slug], StatusCodes.Status404NotFound));
    }

    /// <summary>Carries out what was asked, or says what is wrong with it.</summary>
    internal static async Task<IResult> RunAsync(
        ApiAsking asking, string slug, ApiAsked asked, ApiWriter writer, Func<string, string> place, Func<string, string>? address) =>
        asked.Errors.Count > 0 ? ApiRefusals.Of(asking.L, asked.Errors)
        : asked.Command is null ? ApiAnswer.Problem(asking.L["There is no row with this key on the board."], StatusCodes.Status404NotFound)
        : Answer(asking, slug, await writer.RunAsync(asked.Command, asking.Attempt, asking.Http.RequestAborted), place, address);

    /// <summary>What was written or would be, with where it is, or why it was refused.</summary>
    internal static IResult Answer(ApiAsking asking, string slug, ApiWrite write, Func<string, string> place, Func<string, string>? address)
    {
        var http = asking.Http;
        if (write.Written is not { } written)
        {
            return ApiRefusals.Of(http, asking.L, write.Refusal!, place);
        }

        if (written.DryRun)
        {
            return Results.Json(written, ApiJson.Options);
        }

        var end = address is null ? $"changes?after={written.Change - 1}" : address(write.Key!);
        var location = Site.At($"{ApiRoutes.Root}/negotiations/{slug}") + (end.Length == 0 ? "" : $"/{end}");
        http.Response.Headers.Location = FileFormat.Absolute(http.Request, location);
        return Results.Json(written, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Describes an address at which something is recorded.</summary>
    internal static RouteHandlerBuilder Recorded<T>(this RouteHandlerBuilder route, string id, string summary) where T : notnull =>
        route.WithName(id).WithSummary(summary).WithMetadata(new ApiUndated()).Accepts<T>("application/json", Any)
            .Produces<ApiWritten>(StatusCodes.Status200OK, "application/json").Produces<ApiWritten>(StatusCodes.Status201Created, "application/json");
}

/// <summary>An address at which something is recorded, with a token.</summary>
public sealed record ApiRecords;
