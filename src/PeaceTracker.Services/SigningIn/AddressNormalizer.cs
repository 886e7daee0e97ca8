using Microsoft.AspNetCore.Identity;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Lets Identity compare names and addresses as the rest of the program does; its own throws on what is no character.</summary>
internal sealed class AddressNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : AccountNames.Key(name);

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
