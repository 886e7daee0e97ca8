using System.Text.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Api;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Api;

/// <summary>A request of the API for a board at a moment.</summary>
/// <param name="At">The board at that moment.</param>
/// <param name="Opening">What the address asks for.</param>
/// <param name="Http">The request.</param>
public sealed record ApiRequest(BoardSnapshot At, Opening Opening, HttpContext Http)
{
    /// <summary>The values of the address, for what else is asked.</summary>
    public AddressValues Values => Opening.Values;

    /// <summary>The address of the page of that name which shows the same.</summary>
    public string Page(string page = "") => FileFormat.Absolute(
        Http.Request, Opening.Address.On(Opening.Address.Moment.Fixed(At.Date, At.Board.ChangeNumber)).To(page));

    /// <summary>Which board it is.</summary>
    public ApiBoard Board(string page = "") => ApiBoard.Of(At, Page(page));
}

/// <summary>How the API answers: JSON with a tag by which it need not be sent twice, and refusals as problems in the words of the pages.</summary>
public static class ApiAnswer
{
    /// <summary>The media type of answers.</summary>
    public const string Json = "application/json; charset=utf-8";

    /// <summary>Opens a board and answers with what is made of it.</summary>
    public static async Task<IResult> OfBoardAsync<T>(
        HttpContext http, string slug, Openings openings, IStringLocalizer<Text> l, Func<ApiRequest, T> make)
    {
        var values = AddressValues.Of(http.Request, l);
        if (await openings.OpenAsync(slug, values, http.User, http.RequestAborted) is not { } opening)
        {
            return Problem(l["There is no negotiation “{0}” here.", slug], StatusCodes.Status404NotFound);
        }

        if (opening.At is null || values.Refusal is not null)
        {
            return Problem(values.Refusal!);
        }

        var answer = make(new ApiRequest(opening.At, opening, http));
        return values.Refusal is { } refusal ? Problem(refusal) : answer is IResult result ? result : Ok(http, answer);
    }

    /// <summary>An answer, with how long it may be kept.</summary>
    public static IResult Ok<T>(HttpContext http, T answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Options);
        KeptElsewhere.Say(http);
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Authorization);
        return Results.Bytes(bytes, Json, entityTag: EntityTagHeaderValue.Parse(KeptElsewhere.Tag(bytes)));
    }

    /// <summary>A refusal in a sentence.</summary>
    public static IResult Problem(string sentence, int status = StatusCodes.Status400BadRequest) =>
        Results.Problem(sentence, statusCode: status);
}
