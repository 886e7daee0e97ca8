using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>Who made a claim, in words.</summary>
public static class ClaimantNames
{
    /// <summary>"two US officials (anonymous)"; several are joined.</summary>
    public static string Of(IStringLocalizer<Text> l, Claim claim) => Capital(string.Join(", ", claim.Claimants
        .Select(c => c.Anonymous ? l["{0} (anonymous)", c.Name].Value : c.Name)));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
