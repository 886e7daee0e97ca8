using System.Text.Json;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Api;

/// <summary>Refusals of what was to be recorded, as problems in the sentences of the pages.</summary>
public static class ApiRefusals
{
    private const int MostTold = 200;

    /// <summary>
    /// Refuses by the fields: each sentence stands at its place in what was sent; those of the whole under an empty name.
    /// </summary>
    public static IResult Of(IStringLocalizer<Text> l, IEnumerable<FieldError> errors)
    {
        var told = errors.Take(MostTold + 1).ToList();
        var byField = told.Take(MostTold).GroupBy(error => error.Path, error => error.Message)
            .ToDictionary(field => field.Key, field => field.Distinct().ToArray(), StringComparer.Ordinal);
        var all = byField.Values.Sum(sentences => sentences.Length);
        return Results.ValidationProblem(
            byField,
            all == 1 ? byField.Values.Single()[0]
                : told.Count > MostTold
                    ? l["There are more than {0} errors; the first are listed in “errors”, with their places. Nothing was recorded.", MostTold]
                    : l["There are {0} errors, listed in “errors” with their places. Nothing was recorded.", all],
            statusCode: StatusCodes.Status422UnprocessableEntity,
            title: l["It can’t be recorded like this."]);
    }

    /// <summary>Refuses as the command was; <paramref name="place"/> says where in what was sent a field of the command stands.</summary>
    public static IResult Of(HttpContext http, IStringLocalizer<Text> l, SaveResult refusal, Func<string, string> place)
    {
        ArgumentNullException.ThrowIfNull(http);
        switch (refusal)
        {
            case SaveResult.Refused refused:
                return Of(l, refused.Errors.Select(error => error with { Path = place(error.Path) }));
            case SaveResult.NotAllowed { Reason: NotAllowedReason.Role } role:
                return ApiAnswer.Problem(SaveAttempt.Sentence(l, role.Reason), StatusCodes.Status403Forbidden);
            case SaveResult.NotAllowed:
                return BearerTokens.Unauthorized(http, sent: true);
            case SaveResult.Conflict conflict:
                return Conflict(l, conflict);
            case SaveResult.AskedOtherwise:
                return ApiAnswer.Problem(
                    l["Something else was recorded under this “{0}” in the last 24 hours. Use another one for this.", ApiAsking.KeyHeader],
                    StatusCodes.Status422UnprocessableEntity);
            case SaveResult.Unreachable:
                return BearerTokens.Unreachable(http);
            default:
                return ApiAnswer.Problem(
                    l["It is no longer on the board: somebody has retracted it. Copy what you want to keep."], StatusCodes.Status404NotFound);
        }
    }

    // With what stands there now, so that whoever asked can look at both.
    private static IResult Conflict(IStringLocalizer<Text> l, SaveResult.Conflict conflict)
    {
        var sentence = conflict.Theirs is IEntry
            ? l["Somebody else has corrected or retracted this entry in the meantime."].Value
            : l["Somebody else has changed this in the meantime."].Value;
        if (conflict.By.Length > 0)
        {
            sentence += " " + (conflict.At is { } at ? l["It was {0}, on {1}.", conflict.By, l.Stamp(at)] : l["It was {0}.", conflict.By]);
        }

        return Results.Problem(sentence, statusCode: StatusCodes.Status409Conflict, extensions: new Dictionary<string, object?>
        {
            ["theirs"] = JsonSerializer.SerializeToElement(conflict.Theirs, conflict.Theirs.GetType(), ApiJson.Options),
        });
    }
}
