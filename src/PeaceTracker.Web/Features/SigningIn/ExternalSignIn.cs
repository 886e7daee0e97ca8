using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Web.Features.Accounts;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>Signing in by OpenID Connect: the way to the service and back, and out of it.</summary>
public static class ExternalSignIn
{
    /// <summary>The name of the way.</summary>
    public const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    private const string Callback = "/account/external/callback";

    /// <summary>Registers the way where a service is set.</summary>
    public static void AddExternalSignIn(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var settings = new ExternalSettings(configuration);
        if (!settings.IsOn)
        {
            return;
        }

        authentication.AddOpenIdConnect(Scheme, options =>
        {
            (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
            options.RequireHttpsMetadata = !settings.AllowsHttp;
            options.SignInScheme = options.SignOutScheme = IdentityConstants.ApplicationScheme;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // By a plain redirect, so that no cookie has to travel with a form from another site.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.ClaimActions.MapJsonKey("email_verified", "email_verified");
            options.ClaimActions.MapJsonKey(settings.RoleClaim, settings.RoleClaim);
            options.SaveTokens = true;
            options.Scope.Add("email");
            options.CallbackPath = Callback;
            options.SignedOutCallbackPath = "/account/external/signed-out";
            options.SignedOutRedirectUri = Site.At("/");
            options.RemoteSignOutPath = "/account/external/sign-out";
            options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnTicketReceived = ReceiveAsync;
            options.Events.OnRemoteFailure = FailAsync;
        });
    }

    /// <summary>Maps the way to the service. It takes a form of our own page: another site can't sign anybody in.</summary>
    public static void MapExternalSignIn(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/external", async Task<IResult> (HttpContext http, ExternalSettings settings) =>
        {
            if (!AccountForm.HasToken(http))
            {
                return TypedResults.BadRequest();
            }

            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return settings.IsOn
                ? TypedResults.Challenge(new() { RedirectUri = AccountForm.Local(form["returnUrl"]) }, [Scheme])
                : TypedResults.NotFound();
        }).WithMetadata(new RequireAntiforgeryTokenAttribute()).ExcludeFromDescription().AllowAnonymous();

    /// <summary>Whether the session was begun by the service, which is to be left too.</summary>
    public static async Task<bool> IsExternalAsync(HttpContext http) =>
        await http.GetTokenAsync(IdentityConstants.ApplicationScheme, OpenIdConnectParameterNames.IdToken) is not null;

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var (http, person) = (context.HttpContext, context.Principal!);
        var properties = new AuthenticationProperties();
        // The token by which the service knows the session again at its end; the others are not needed and not kept.
        if (context.Properties?.GetTokenValue(OpenIdConnectParameterNames.IdToken) is { } token)
        {
            properties.StoreTokens([new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = token }]);
        }

        var settings = http.RequestServices.GetRequiredService<ExternalSettings>();
        var end = await http.RequestServices.GetRequiredService<ExternalSignIns>().SignInAsync(
            new ExternalPerson(
                settings.Authority, person.FindFirstValue("sub") ?? "", person.FindFirstValue("email"),
                string.Equals(person.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase), person.FindFirstValue("name"),
                [.. person.FindAll(settings.RoleClaim).Select(claim => claim.Value)]),
            properties, http.From(), http.RequestAborted);
        http.Response.Redirect(end switch
        {
            SignInEnd.Done => AccountForm.Local(context.ReturnUri),
            SignInEnd.Disabled => Site.At("/account/sign-in?external=disabled"),
            SignInEnd.Wrong or SignInEnd.SecondFactor or SignInEnd.TooLate or SignInEnd.TooMany or SignInEnd.Busy
                or SignInEnd.KeyLost =>
                Site.At("/account/sign-in?external=refused"),
        });
        context.HandleResponse();
    }

    // The person said no, took too long, or the service is not what it was: nothing of it is for the person to read.
    private static Task FailAsync(RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILogger<ExternalSettings>>()
            .LogWarning("Signing in by OpenID Connect failed: {Reason}", context.Failure?.Message);
        context.Response.Redirect(Site.At("/account/sign-in?external=failed"));
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
