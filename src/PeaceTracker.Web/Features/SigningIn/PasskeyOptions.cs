using PeaceTracker.Services.SigningIn;


namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>Where the script of the sign-in page gets the question that it puts to the reader's device.</summary>
public static class PasskeyOptions
{
    /// <summary>
    /// Maps the address. It takes a form, so that the token of the page is asked for; what it gives is good once, for some minutes.
    /// </summary>
    public static void MapPasskeyOptions(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/passkey-options", async (IFormCollection _, PasskeySignIns passkeys, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(await passkeys.BeginAsync());
        }).ExcludeFromDescription().AllowAnonymous();
}
