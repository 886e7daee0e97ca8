using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>
/// Knows who is signed in before anything else is done for a request: where their cookie was unsealed lately, nothing of their session has to be
/// renewed, and the store says that it stands and what it may. It changes nothing; in all other cases it knows nobody, and the request goes the long
/// way, on which what is wrong is seen to.
/// </summary>
internal sealed class EarlySessions(
    RememberedTickets tickets, AccountPrincipals accounts, IOptionsMonitor<CookieAuthenticationOptions> options, TimeProvider clock)
{
    private readonly CookieAuthenticationOptions _cookie = options.Get(IdentityConstants.ApplicationScheme);

    /// <summary>What the cookie of a request says, before the store is asked; null where that can't be said without more ado.</summary>
    public AuthenticationTicket? Find(HttpContext http)
    {
        if (_cookie.CookieManager.GetRequestCookie(http, _cookie.Cookie.Name!) is not { } cookie || tickets.Find(cookie) is not { } ticket)
        {
            return null;
        }

        var (now, properties) = (clock.GetUtcNow(), ticket.Properties);
        return properties.IssuedUtc is { } issued && now - issued <= Sessions.RenewedAfter && properties.ExpiresUtc is { } idle && now < idle
            && now < Sessions.EndOf(properties) ? ticket : null;
    }

    /// <summary>Whether the store says that the session stands, of somebody of that name and role.</summary>
    public async ValueTask<bool> StandsAsync(AuthenticationTicket ticket, CancellationToken cancellationToken) => ReferenceEquals(
        await accounts.RenewAsync(ticket.Principal, Sessions.IdOf(ticket.Properties), cancellationToken), ticket.Principal);
}
