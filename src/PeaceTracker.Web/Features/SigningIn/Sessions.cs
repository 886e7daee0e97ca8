using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Web.Features.Accounts;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>Sessions: their cookie, what it is held against at each request, and who may read.</summary>
public static class Sessions
{
    private const string Began = "began";
    private const string Id = "session";
    private const string CookieName = "peacetracker";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>How old the cookie of a session is before a page makes it anew.</summary>
    internal static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(5);

    /// <summary>Registers sessions and rights.</summary>
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                Harden(options, CookieName);
                options.ExpireTimeSpan = Idle;
                options.SlidingExpiration = true;
                options.LoginPath = "/account/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.Events.OnSigningIn = BeginAsync;
                options.Events.OnCheckSlidingExpiration = RenewOftenAsync;
                options.Events.OnValidatePrincipal = HoldAgainstTheStoreAsync;
                options.Events.OnRedirectToLogin = AskToSignInAsync;
                options.Events.OnRedirectToAccessDenied = RefuseAsync;
            })
            // Between the password and the code.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                Harden(options, "peacetracker-second");
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                options.SlidingExpiration = false;
            })
            .AddExternalSignIn(builder.Configuration);
        // After the framework's own, which makes what seals the cookie.
        builder.Services.AddSingleton<RememberedTickets>();
        builder.Services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(s => s.GetRequiredService<RememberedTickets>());
        builder.Services.AddSingleton<EarlySessions>();
        builder.Services.AddAntiforgery(options =>
        {
            // A field of a form alone: whoever has a token then has sent a form, and one that can be read.
            options.HeaderName = null;
            options.Cookie.Name = FormCookie.Name;
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        var rights = builder.Services.AddAuthorizationBuilder().AddRights();
        if (ReadingAccess.IsClosed(builder.Configuration))
        {
            // Holds wherever nothing else is said, and where there is nothing at all: an address tells nobody what it leads to.
            rights.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        }
    }

    /// <summary>Whether a request may be somebody's: it has a cookie that begins like that of a session, whole or in parts.</summary>
    public static bool MayBeIn(HttpRequest request)
    {
        foreach (var cookie in request.Headers.Cookie)
        {
            if (cookie?.Contains(CookieName + "=", StringComparison.OrdinalIgnoreCase) == true
                || cookie?.Contains(CookieName + "C", StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the session that a ticket is of; null where it has none.</summary>
    internal static string? IdOf(AuthenticationProperties ticket) => ticket.Items.TryGetValue(Id, out var id) ? id : null;

    /// <summary>When a session is over, however often it was renewed; long ago where that can't be told.</summary>
    internal static DateTimeOffset EndOf(AuthenticationProperties ticket) => ticket.Items.ContainsKey(Id)
        && ticket.Items.TryGetValue(Began, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var began)
            ? began + AccountSession.Longest : DateTimeOffset.MinValue;

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.CookieManager = new HostCookies();
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
        options.Cookie.SameSite = SameSiteMode.Lax; // a link in a message leads to the page, not to signing in again
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
    }

    private static async Task BeginAsync(CookieSigningInContext context)
    {
        var (http, items) = (context.HttpContext, context.Properties.Items);
        var services = http.RequestServices;
        items.TryAdd(Began, services.GetRequiredService<TimeProvider>().GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        if (!items.ContainsKey(Id) && context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } account)
        {
            items[Id] = await services.GetRequiredService<OpenSessions>()
                .BeginAsync(
                    account, http.From(), http.Request.Headers.UserAgent.ToString(), items.ContainsKey(SecondFactorRule.Item), http.RequestAborted);
        }
    }

    // By itself it is renewed once half of it is over, and would be four hours long for whoever opens a form at the wrong moment.
    private static async Task RenewOftenAsync(CookieSlidingExpirationContext context)
    {
        // Only by pages: what a page asks for besides, by itself or for its looks, is nobody at work.
        context.ShouldRenew = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            && (context.ShouldRenew || context.ElapsedTime > RenewedAfter);
        if (context.ShouldRenew && IdOf(context.Properties) is { } id)
        {
            await context.HttpContext.RequestServices.GetRequiredService<OpenSessions>().SeeAsync(id, context.HttpContext.RequestAborted);
        }
    }

    // At every request: a role taken away or a disabled account counts at the next one.
    private static async Task HoldAgainstTheStoreAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var end = EndOf(context.Properties);
        ClaimsPrincipal? account;
        try
        {
            account = now < end
                ? await services.GetRequiredService<AccountPrincipals>()
                    .RenewAsync(context.Principal!, context.Properties.Items[Id], context.HttpContext.RequestAborted)
                : null;
        }
        catch (Exception fault) when (services.GetRequiredService<StoreLine>().IsCut(fault)
            || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // Nobody can say whether the session still stands: for this request, or for the page that says what went wrong with it, it is nobody's,
            // and the cookie stays.
            context.RejectPrincipal();
            return;
        }

        if (account is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        Session.Mark(account, context.Properties.Items[Id] ?? "", context.Properties.ExpiresUtc is { } idle && idle < end ? idle : end);
        if (!ReferenceEquals(account, context.Principal))
        {
            context.ReplacePrincipal(account);
            context.ShouldRenew = true;
        }
    }

    // A person is led to the form, a program is told.
    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsForAProgram(context.Request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (http.Actor() is { } actor)
        {
            await http.RequestServices.GetRequiredService<SecurityLog>().WriteFoldedAsync(
                SecurityKinds.AccessRefused, actor.AccountId, http.User.Identity?.Name ?? "", actor.From, http.Request.Path.Value,
                http.RequestAborted);
        }
    }

    private static bool IsForAProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api/v1") || request.Path.StartsWithSegments("/live") || request.Path.StartsWithSegments("/_blazor")
        || !(request.Headers.Accept.Count == 0 ? !Path.HasExtension(request.Path.Value) : AcceptsPages(request));

    private static bool AcceptsPages(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || (accept.Contains("*/*", StringComparison.Ordinal) && !Path.HasExtension(request.Path.Value));
    }
}
