using Microsoft.Extensions.Localization;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>What may be done with a token, in words.</summary>
public static class TokenWords
{
    /// <summary>What may be done with a token.</summary>
    public static string Scope(IStringLocalizer<Text> L, TokenScope scope) => scope switch
    {
        TokenScope.Read => L["reads"],
        TokenScope.Write => L["reads and records"],
    };
}
