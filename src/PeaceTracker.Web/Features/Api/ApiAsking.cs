using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Api;

/// <summary>A request to record something, as far as it can be read before it is known what: who asks, how, and the JSON that was sent.</summary>
/// <param name="Http">The request.</param>
/// <param name="L">The sentences.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Attempt">Who asks, and how.</param>
public sealed record ApiAsking(HttpContext Http, IStringLocalizer<Text> L, ApiBody Body, ApiAttempt Attempt)
{
    /// <summary>The header that names an attempt.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The value of the address by which nothing is written.</summary>
    public const string DryRunName = "dryRun";

    /// <summary>The most bytes that are taken.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The most bytes that are taken of a negotiation file.</summary>
    public const int MostFileBytes = 24 * 1024 * 1024;

    private const int LongestKey = 200;

    /// <summary>Reads a request; null where it is refused, with why.</summary>
    public static async Task<(ApiAsking? Asking, IResult? Refusal)> ReadAsync(HttpContext http, IStringLocalizer<Text> l)
    {
        var (bytes, attempt, refusal) = await SentAsync(http, MostBytes, l);
        return bytes is null || attempt is null ? (null, refusal)
            : ApiBody.Read(bytes, out var fault) is { } body ? (new(http, l, body, attempt), null)
            : (null, ApiAnswer.Problem(fault!));
    }

    /// <summary>Reads a request with a file of that size at most as it is; null where it is refused, with why.</summary>
    public static async Task<(byte[]? Bytes, ApiAttempt? Attempt, IResult? Refusal)> SentAsync(HttpContext http, int most, IStringLocalizer<Text> l)
    {
        if (Rights(http, l) is { } forbidden)
        {
            return (null, null, forbidden);
        }

        var request = http.Request;
        var (isDryRun, wrong) = AddressSwitch.Of(request, DryRunName, l);
        if (wrong is not null)
        {
            return (null, null, ApiAnswer.Problem(wrong));
        }

        var keys = request.Headers[KeyHeader];
        if (keys.Count > 0 && (keys is not [{ Length: > 0 and <= LongestKey } key] || !key.All(c => c is > ' ' and <= '~')))
        {
            return (null, null, ApiAnswer.Problem(
                l["“{0}” must be 1 to {1} ASCII characters without spaces, such as a UUID.", KeyHeader, LongestKey]));
        }

        if (!request.HasJsonContentType() || request.Headers.ContentEncoding.Count > 0
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, null, ApiAnswer.Problem(l["Send plain JSON, not compressed, with the header “Content-Type: application/json”."],
                StatusCodes.Status415UnsupportedMediaType));
        }

        if (HeaderUtilities.RemoveQuotes(type.Charset) is { Length: > 0 } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return (null, null, ApiAnswer.Problem(l["Send JSON in UTF-8: “{0}” is not supported.", charset.ToString()],
                StatusCodes.Status415UnsupportedMediaType));
        }

        if (await BytesAsync(request, most) is not { } bytes)
        {
            return (null, null, ApiAnswer.Problem(
                l["This is more than {0} MB. Send less at a time.", most / (1024 * 1024)], StatusCodes.Status413PayloadTooLarge));
        }

        var asked = $"{request.Path.Value}\n{Digest.Of(bytes)}";
        var account = http.User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        return (bytes, new ApiAttempt(account, isDryRun, keys.Count == 0 ? null : keys.ToString(), asked), null);
    }

    // By a token and nothing else: a cookie is sent along by whatever page makes a browser ask.
    private static IResult? Rights(HttpContext http, IStringLocalizer<Text> l) =>
        !http.User.HasClaim(claim => claim.Type == Services.SigningIn.TokenSignIns.TokenClaim) ? BearerTokens.Unauthorized(http, sent: false)
        : !BearerTokens.MayWrite(http) ? ApiAnswer.Problem(
            l["This token only reads. Make one that reads and records, on your account page."], StatusCodes.Status403Forbidden)
        : !http.User.IsAtLeast(AccountRole.Editor) ? ApiAnswer.Problem(
            SaveAttempt.Sentence(l, NotAllowedReason.Role), StatusCodes.Status403Forbidden)
        : null;

    private static async Task<byte[]?> BytesAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0;)
        {
            kept.Write(part, 0, read);
            if (kept.Length > most)
            {
                return null;
            }
        }

        return kept.ToArray();
    }
}
