using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Features.Api;

/// <summary>
/// Tokens in the place of sessions: at the addresses of the API and nowhere else, and in the header for it and nowhere else. Whoever sends one is
/// whoever it says, whatever cookie comes along.
/// </summary>
public static class BearerTokens
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "token";

    private const string Word = "Bearer ";
    private static readonly object Away = new();
    private const string Realm = "Bearer realm=\"PeaceTracker\"";

    private static readonly PathString[] Places = [ApiRoutes.Root, "/mcp"];

    /// <summary>The token that a request sends to an address that takes one; null where it sends none.</summary>
    public static string? Of(HttpRequest request) =>
        Array.Exists(Places, place => request.Path.StartsWithSegments(place))
        && request.Headers.Authorization.ToString() is var sent && sent.StartsWith(Word, StringComparison.OrdinalIgnoreCase)
            ? sent[Word.Length..].Trim() : null;

    /// <summary>Whether somebody came by a token and may record with it.</summary>
    public static bool MayWrite(HttpContext http) => http.User.HasClaim(TokenSignIns.ScopeClaim, nameof(TokenScope.Write));

    /// <summary>Registers the scheme, and lets it say who somebody is where a token is sent.</summary>
    public static void AddBearerTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Handler>(Scheme, _ => { });
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
            options.ForwardDefaultSelector = http => Of(http.Request) is null ? null : Scheme);
    }

    /// <summary>
    /// Answers 401, with what to do, where a token is sent that is none, also where everybody may read, and where nobody came at all. Belongs after
    /// the question who somebody is, and before that what they may.
    /// </summary>
    public static void UseBearerTokens(this IApplicationBuilder app) => app.UseWhen(
        http => Array.Exists(Places, place => http.Request.Path.StartsWithSegments(place)),
        api => api.Use(async (http, next) =>
        {
            var sent = Of(http.Request) is not null;
            if (http.Items.ContainsKey(Away))
            {
                await Unreachable(http).ExecuteAsync(http);
                return;
            }

            if (!sent || http.User.Identity?.IsAuthenticated == true)
            {
                await next(http);
            }
            else
            {
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }

            if (http.Response is { HasStarted: false, StatusCode: StatusCodes.Status401Unauthorized })
            {
                await Unauthorized(http, sent).ExecuteAsync(http);
            }
        }));

    /// <summary>The answer to whoever is nobody here.</summary>
    public static IResult Unauthorized(HttpContext http, bool sent)
    {
        var l = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        http.Response.Headers[HeaderNames.WWWAuthenticate] = sent ? $"{Realm}, error=\"invalid_token\"" : Realm;
        return ApiAnswer.Problem(
            sent ? l["This token is not known here, was revoked or has expired. Make another one on your account page."]
                : l["Send a token in the header “Authorization: Bearer …”. You make one on your account page."],
            StatusCodes.Status401Unauthorized);
    }

    /// <summary>The answer while nobody can be asked: the same again later is answered, and recorded once where it has a name.</summary>
    public static IResult Unreachable(HttpContext http)
    {
        var l = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        http.Response.Headers.RetryAfter = "10";
        return ApiAnswer.Problem(
            l["The database can’t be reached at the moment. Send it again with the same “{0}”, and it is recorded once.", ApiAsking.KeyHeader],
            StatusCodes.Status503ServiceUnavailable);
    }

    private sealed class Handler(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, TokenSignIns tokens, StoreLine line)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Of(Request) is not { } sent)
            {
                return AuthenticateResult.NoResult();
            }

            try
            {
                return await tokens.FindAsync(sent, Scheme.Name, Context.RequestAborted) is { } person
                    ? AuthenticateResult.Success(new AuthenticationTicket(person, Scheme.Name))
                    : AuthenticateResult.Fail("The token is not known.");
            }
            catch (Exception fault) when (line.IsCut(fault))
            {
                // Nobody can say whose it is, which is not to say that it is nobody's.
                Context.Items[Away] = true;
                return AuthenticateResult.Fail("The database is away.");
            }
        }
    }
}
