using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Api;

/// <summary>The address at which a negotiation is begun, by a negotiation file: as on the page, in preparation, all of it or nothing.</summary>
public static class ApiBeginning
{
    /// <summary>Maps it.</summary>
    public static void MapBeginning(this RouteGroupBuilder api) => api.Recording().MapPost("/negotiations", BeginAsync)
        .WithName("beginNegotiation").WithSummary("Begins a negotiation with a negotiation file, in preparation.").WithMetadata(new ApiUndated())
        .Accepts<JsonObject>("application/json", ApiRecording.Any)
        .Produces<ApiBegun>(StatusCodes.Status200OK, "application/json").Produces<ApiBegun>(StatusCodes.Status201Created, "application/json");

    private static async Task<IResult> BeginAsync(
        HttpContext http, NegotiationImporter importer, ChangeReader changes, TimeProvider clock, IStringLocalizer<Text> l)
    {
        var (bytes, attempt, refusal) = await ApiAsking.SentAsync(http, ApiAsking.MostFileBytes, l);
        if (bytes is null || attempt is null)
        {
            return refusal!;
        }

        if (!http.User.IsAtLeast(AccountRole.Manager))
        {
            return NotAllowed(l);
        }

        using var sent = new MemoryStream(bytes);
        var read = await new NegotiationFileReader { Clock = clock }.ReadAsync(sent, http.RequestAborted);
        if (read.Record is not { } record)
        {
            return read.Errors is [{ Path: "" } whole] ? ApiAnswer.Problem(Sentence(whole))
                : ApiRefusals.Of(l, read.Errors.Select(error => new FieldError(error.Path, Sentence(error))));
        }

        var begun = new ApiBegun(
            attempt.DryRun, null, record.Negotiation.Slug, record.Negotiation.Title,
            RecordSections.Lists.Where(list => list.In(record).Count > 0).ToDictionary(list => list.Name, list => list.In(record).Count),
            read.History is not null);
        if (attempt.DryRun)
        {
            return await changes.PlaceAsync(record.Negotiation.Slug, http.RequestAborted) is null ? Results.Json(begun, ApiJson.Options)
                : SlugTaken(l, record);
        }

        switch (await importer.BeginAsync(record, attempt.AccountId, http.RequestAborted, attempt: attempt.Beginning))
        {
            case ImportResult.Added added:
                http.Response.Headers.Location = FileFormat.Absolute(
                    http.Request, Site.At($"{ApiRoutes.Root}/negotiations/{record.Negotiation.Slug}"));
                return Results.Json(begun with { Change = added.Number }, ApiJson.Options, statusCode: StatusCodes.Status201Created);
            case ImportResult.SlugTaken:
                return SlugTaken(l, record);
            case ImportResult.AskedOtherwise:
                return ApiRefusals.Of(http, l, new SaveResult.AskedOtherwise(), path => path);
            default:
                return NotAllowed(l);
        }
    }

    private static string Sentence(NegotiationFileError error) => error.Line > 0 ? $"Line {error.Line}: {error.Message}" : error.Message;

    private static IResult SlugTaken(IStringLocalizer<Text> l, NegotiationRecord record) => ApiAnswer.Problem(
        l["There is a negotiation “{0}” already, and nothing was made. Give the one in the file another slug.", record.Negotiation.Slug],
        StatusCodes.Status409Conflict);

    private static IResult NotAllowed(IStringLocalizer<Text> l) => ApiAnswer.Problem(
        l["Your account may not begin a negotiation now, and nothing was made."], StatusCodes.Status403Forbidden);
}
