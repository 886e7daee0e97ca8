using System.Net;
using System.Net.Sockets;

namespace PeaceTracker.Services.Webhooks;

/// <summary>
/// Which network addresses are of the public Internet. All others (this machine, its networks, those of providers and translators, documentation,
/// multicast, reserved ones) lead to what is not meant to be called from here.
/// </summary>
public static class PublicNetworks
{
    // By the registries of special addresses of IANA.
    private static readonly IPNetwork[] NotPublic4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only the global unicast addresses (2000::/3) are public, and of them not those that hold an address of IPv4, or are no hosts.
    private static readonly IPNetwork[] NotPublic6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address is one of the public Internet.</summary>
    public static bool Hold(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !NotPublic4.Any(network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => IsGlobal(address) && !NotPublic6.Any(network => network.Contains(address)),
            _ => false,
        };
    }

    // By its first bits: `IPNetwork` says yes to addresses that are mapped from IPv4.
    private static bool IsGlobal(IPAddress address) => !address.IsIPv4MappedToIPv6 && (address.GetAddressBytes()[0] & 0xE0) == 0x20;
}
