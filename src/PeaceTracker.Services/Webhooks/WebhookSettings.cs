using System.Net;
using Microsoft.Extensions.Configuration;

namespace PeaceTracker.Services.Webhooks;

/// <summary>Why an address can't be added, or nothing could be done with one.</summary>
public enum WebhookRefusal
{
    /// <summary>It is no address that can be called.</summary>
    NoAddress,
    /// <summary>It does not begin with https.</summary>
    NotEncrypted,
    /// <summary>It names a host in a network that is not called.</summary>
    NotAllowed,
    /// <summary>It is there already, for the same negotiation or for all.</summary>
    Taken,
    /// <summary>There are as many as there may be.</summary>
    TooMany,
    /// <summary>There is no such negotiation.</summary>
    NoNegotiation,
    /// <summary>It is not there any more.</summary>
    NotFound,
    /// <summary>It is being sent at this moment.</summary>
    BeingSent,
    /// <summary>Who asked is no administrator, or no longer.</summary>
    NotAdministrator,
}

/// <summary>What may be called.</summary>
/// <param name="AllowPrivateNetworks">Whether hosts in private networks are, and lines that are not encrypted.</param>
public sealed record WebhookSettings(bool AllowPrivateNetworks)
{
    /// <summary>The setting.</summary>
    public const string AllowSetting = "PeaceTracker:Webhooks:AllowPrivateNetworks";

    /// <summary>The longest address.</summary>
    public const int LongestAddress = 500;

    /// <summary>Reads the settings. One that can't be read allows nothing.</summary>
    public static WebhookSettings Of(IConfiguration configuration) =>
        new(string.Equals(configuration[AllowSetting], "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a host of this network address may be called.</summary>
    public bool MayCall(IPAddress address) => AllowPrivateNetworks || PublicNetworks.Hold(address);

    /// <summary>The address as it is kept, or why it can't be called. To what its name leads is looked up at each delivery.</summary>
    public (Uri? Address, WebhookRefusal? Refusal) Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Trim() is not { Length: <= LongestAddress } plain || !Uri.TryCreate(plain, UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0 || address.Fragment.Length > 0 || address.Host.Length == 0
            || plain.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return (null, WebhookRefusal.NoAddress);
        }

        if (OnTheLine(address) is not { } sent)
        {
            return (null, WebhookRefusal.NoAddress);
        }

        address = sent;
        return address.Scheme != Uri.UriSchemeHttps && !AllowPrivateNetworks ? (null, WebhookRefusal.NotEncrypted)
            : IPAddress.TryParse(address.Host.Trim('[', ']').TrimEnd('.'), out var literal) && !MayCall(literal) ? (null, WebhookRefusal.NotAllowed)
            : (address, null);
    }

    // With the host as it goes over the line: digits of other scripts are not what they look like.
    private static Uri? OnTheLine(Uri address)
    {
        try
        {
            return address.HostNameType == UriHostNameType.Dns ? new UriBuilder(address) { Host = address.IdnHost }.Uri : address;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
