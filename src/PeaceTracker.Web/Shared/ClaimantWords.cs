using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Web.Shared;

/// <summary>Who made a claim, in the reader's words: <c>@L.Claimants(claim)</c>.</summary>
public static class ClaimantWords
{
    /// <summary>"Two US officials (anonymous)"; several are joined.</summary>
    public static string Claimants(this IStringLocalizer<Text> l, Claim claim) => Capital(string.Join(", ", claim.Claimants
        .Select(c => c.Anonymous ? l["{0} (anonymous)", c.Name].Value : c.Name)));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
