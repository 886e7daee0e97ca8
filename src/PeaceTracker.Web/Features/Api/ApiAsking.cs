using System.Security.Claims;
using Microsoft.Extensions.Localization;
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

    private const int LongestKey = 200;

    /// <summary>Reads a request; null where it is refused, with why.</summary>
    public static async Task<(ApiAsking? Asking, IResult? Refusal)> ReadAsync(HttpContext http, IStringLocalizer<Text> l)
    {
        if (Rights(http, l) is { } forbidden)
        {
            return (null, forbidden);
        }

        var request = http.Request;
        var (isDryRun, wrong) = AddressSwitch.Of(request, DryRunName, l);
        if (wrong is not null)
        {
            return (null, ApiAnswer.Problem(wrong));
        }

        var keys = request.Headers[KeyHeader];
        if (keys.Count > 0 && (keys is not [{ Length: > 0 and <= LongestKey } key] || !key.All(c => c is > ' ' and <= '~')))
        {
            return (null, ApiAnswer.Problem(
                l["“{0}” must be 1 to {1} ASCII characters without spaces, such as a UUID.", KeyHeader, LongestKey]));
        }

        if (!request.HasJsonContentType() || request.Headers.ContentEncoding.Count > 0)
        {
            return (null, ApiAnswer.Problem(l["Send plain JSON, not compressed, with the header “Content-Type: application/json”."],
                StatusCodes.Status415UnsupportedMediaType));
        }

        if (await BytesAsync(request) is not { } bytes)
        {
            return (null, ApiAnswer.Problem(
                l["This is more than {0} MB. Send less at a time.", MostBytes / (1024 * 1024)], StatusCodes.Status413PayloadTooLarge));
        }

        if (ApiBody.Read(bytes, out var fault) is not { } body)
        {
            return (null, ApiAnswer.Problem(fault!));
        }

        var asked = $"{request.Path.Value}\n{Digest.Of(bytes)}";
        var account = http.User.FindFirstValue(ClaimTypes.NameIdentifier)!;
        return (new(http, l, body, new ApiAttempt(account, isDryRun, keys.Count == 0 ? null : keys.ToString(), asked)), null);
    }

    // By a token and nothing else: a cookie is sent along by whatever page makes a browser ask.
    private static IResult? Rights(HttpContext http, IStringLocalizer<Text> l) =>
        !http.User.HasClaim(claim => claim.Type == Services.SigningIn.TokenSignIns.TokenClaim) ? BearerTokens.Unauthorized(http, sent: false)
        : !BearerTokens.MayWrite(http) ? ApiAnswer.Problem(
            l["This token only reads. Make one that reads and records, on your account page."], StatusCodes.Status403Forbidden)
        : !http.User.IsAtLeast(AccountRole.Editor) ? ApiAnswer.Problem(
            SaveAttempt.Sentence(l, NotAllowedReason.Role), StatusCodes.Status403Forbidden)
        : null;

    private static async Task<byte[]?> BytesAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0;)
        {
            kept.Write(part, 0, read);
            if (kept.Length > MostBytes)
            {
                return null;
            }
        }

        return kept.ToArray();
    }
}
