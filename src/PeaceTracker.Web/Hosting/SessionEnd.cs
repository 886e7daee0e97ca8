using System.Globalization;
using System.Security.Claims;

namespace PeaceTracker.Web.Hosting;

/// <summary>When a session is over unless it is renewed before, as its person carries it: a circuit outlives the request that opened it.</summary>
public static class SessionEnd
{
    private const string Until = "until";

    /// <summary>Says it on the person of a request, in the place of what was said before.</summary>
    public static void Set(ClaimsPrincipal person, DateTimeOffset end)
    {
        var identity = (ClaimsIdentity)person.Identity!;
        identity.TryRemoveClaim(identity.FindFirst(Until));
        identity.AddClaim(new(Until, end.ToString("O", CultureInfo.InvariantCulture)));
    }

    /// <summary>When it is over; null where nothing is said, as for nobody.</summary>
    public static DateTimeOffset? Of(ClaimsPrincipal person) =>
        DateTimeOffset.TryParse(person.FindFirstValue(Until), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var end) ? end : null;
}
