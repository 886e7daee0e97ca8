using System.Security.Claims;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Web.Features.Accounts;

/// <summary>Who sent a request, and from where.</summary>
public static class RequestActor
{
    /// <summary>Who is signed in, and from where; null where nobody is.</summary>
    public static Actor? Actor(this HttpContext http) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Actor(id, http.From(), http.User.FindFirstValue(Services.Accounts.Actor.SessionClaim))
            : null;

    /// <summary>The network address that a request came from.</summary>
    public static string? From(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString();
}
