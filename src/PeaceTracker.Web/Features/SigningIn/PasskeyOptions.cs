using Microsoft.AspNetCore.Antiforgery;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>Where the script of the sign-in page gets the question that it puts to the reader's device.</summary>
public static class PasskeyOptions
{
    /// <summary>
    /// Maps the address. The token of the page is asked for; what it gives is good once, for some minutes.
    /// </summary>
    public static void MapPasskeyOptions(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/passkey-options", async Task<IResult> (PasskeySignIns passkeys, HttpContext http) =>
        {
            if (!AccountForm.HasToken(http))
            {
                return TypedResults.BadRequest();
            }

            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(await passkeys.BeginAsync());
        }).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription().AllowAnonymous();
}
