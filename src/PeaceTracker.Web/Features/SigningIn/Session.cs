using System.Globalization;
using System.Security.Claims;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>
/// Which session a person came with, and when it is over unless it is renewed before. The person carries both, because a circuit outlives the request
/// that opened it.
/// </summary>
public static class Session
{
    private const string Until = "until";
    private const string Id = Actor.SessionClaim;

    /// <summary>Says both on the person of a request, replacing what was said before.</summary>
    public static void Mark(ClaimsPrincipal person, string id, DateTimeOffset end)
    {
        var identity = (ClaimsIdentity)person.Identity!;
        identity.TryRemoveClaim(identity.FindFirst(Id));
        identity.TryRemoveClaim(identity.FindFirst(Until));
        identity.AddClaims([new(Id, id), new(Until, end.ToString("O", CultureInfo.InvariantCulture))]);
    }

    /// <summary>Its name; null for nobody.</summary>
    public static string? IdOf(ClaimsPrincipal person) => person.FindFirstValue(Id);

    /// <summary>When it is over; null where nothing is said, as for nobody.</summary>
    public static DateTimeOffset? EndOf(ClaimsPrincipal person) =>
        DateTimeOffset.TryParse(person.FindFirstValue(Until), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var end) ? end : null;
}
