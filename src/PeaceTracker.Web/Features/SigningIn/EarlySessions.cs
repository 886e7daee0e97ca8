using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>
/// Knows who is signed in before anything else is done for a request: where their cookie was unsealed lately, nothing of their session has to be
/// renewed, and the store says that it stands and what it may. It changes nothing; in all other cases it knows nobody, and the request goes the long
/// way, on which what is wrong is seen to.
/// </summary>
internal sealed class EarlySessions(
    RememberedTickets tickets, AccountPrincipals accounts, IOptionsMonitor<CookieAuthenticationOptions> options, TimeProvider clock, StoreLine line)
{
    private readonly CookieAuthenticationOptions _cookie = options.Get(IdentityConstants.ApplicationScheme);

    /// <summary>Who it is; null where that can't be said without more ado.</summary>
    public async ValueTask<ClaimsPrincipal?> FindAsync(HttpContext http)
    {
        if (_cookie.CookieManager.GetRequestCookie(http, _cookie.Cookie.Name!) is not { } cookie || tickets.Find(cookie) is not { } ticket)
        {
            return null;
        }

        var (now, properties) = (clock.GetUtcNow(), ticket.Properties);
        if (properties.IssuedUtc is not { } issued || now - issued > Sessions.RenewedAfter || properties.ExpiresUtc is not { } idle || now >= idle
            || now >= Sessions.EndOf(properties))
        {
            return null;
        }

        try
        {
            var account = await accounts.RenewAsync(ticket.Principal, Sessions.IdOf(properties), http.RequestAborted);
            return ReferenceEquals(account, ticket.Principal) ? account : null;
        }
        catch (Exception fault) when (line.IsCut(fault))
        {
            return null;
        }
    }
}
