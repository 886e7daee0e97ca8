using System.Security.Claims;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Features.Accounts;

/// <summary>Who sent a request, and from where.</summary>
public static class RequestActor
{
    /// <summary>Who is signed in, and from where; null where nobody is.</summary>
    public static Actor? Actor(this HttpContext http) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Actor(id, http.From(), http.User.FindFirstValue(OpenSessions.Claim))
            : null;

    /// <summary>The network address that a request came from.</summary>
    public static string? From(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString();
}
