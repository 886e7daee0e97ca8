using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Whether the server can listen where it is told to, found out before anything is made: by reading the addresses, and by listening at each for
/// a moment.
/// </summary>
public static class AddressCheck
{
    private const string Example = Address.Default;

    /// <summary>What is wrong with an address, in a sentence; null where the server can listen at all of them.</summary>
    public static string? FaultOf(IConfiguration configuration)
    {
        var certificate = configuration.GetSection("Kestrel:Certificates:Default").Exists();
        var listed = Listed(configuration, WebHostDefaults.ServerUrlsKey);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().ToList();
        return listed.Select(url => FaultOf(url, certificate))
            .Concat(endpoints.Select(e => FaultOf(e["Url"] ?? "", certificate || e.GetSection("Certificate").Exists())))
            .Concat(Listed(configuration, WebHostDefaults.HttpPortsKey).Select(port => FaultOf($"http://*:{port}", certificate)))
            .Concat(Listed(configuration, WebHostDefaults.HttpsPortsKey).Select(port => FaultOf($"https://*:{port}", certificate)))
            .FirstOrDefault(fault => fault is not null);
    }

    private static string[] Listed(IConfiguration configuration, string key) =>
        (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? FaultOf(string url, bool certificate)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"“{url}” is not an address to listen at: write it as {Example}.";
        }

        if (address.IsUnixPipe || address.IsNamedPipe)
        {
            return null;
        }

        return (address.Scheme.ToLowerInvariant(), address.PathBase) switch
        {
            ("http" or "https", _) when !CanBePort(PortIn(url)) =>
                $"“{url}” has no valid port: give one from 1 to 65535, as in {Example}.",
            ("http" or "https", { Length: > 0 } path) =>
                $"“{url}” has a path: listen at the address without it, and set PeaceTracker:PathBase to {path}.",
            ("https", _) when !certificate =>
                $"“{url}” needs a certificate: set Kestrel:Certificates:Default:Path and KeyPath, or listen at http and let a proxy speak https.",
            ("http" or "https", _) => Listen(url, address),
            _ => $"“{url}” is not an address to listen at: write it as {Example}.",
        };
    }

    // A port that there can't be is taken for a part of the name.
    private static string? PortIn(string url)
    {
        var place = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/')[0];
        return place.EndsWith(']') || place.LastIndexOf(':') is not (>= 0 and var colon) ? null : place[(colon + 1)..];
    }

    private static bool CanBePort(string? port) => port is null
        || (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= IPEndPoint.MaxPort);

    private static string? Listen(string url, BindingAddress address)
    {
        if (address.Port == 0)
        {
            return null;
        }

        var at = address.Host == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(address.Host.Trim('[', ']'), out var named) ? named
            : Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;
        try
        {
            using var socket = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (at.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(at, address.Port));
            return null;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"The address {url} is in use: stop what uses it, or give another with "
                    + "--urls http://localhost:5081.",
                SocketError.AccessDenied => $"This user may not listen at port {address.Port}: give a port from 1024 on with --urls, "
                    + "or the right to it (CAP_NET_BIND_SERVICE).",
                SocketError.AddressNotAvailable => $"This machine has no address {address.Host}: give one that it has with --urls, "
                    + $"or http://*:{address.Port} for all.",
                SocketError.AddressFamilyNotSupported => $"This machine does not support the kind of address that {address.Host} is: "
                    + "give another with --urls.",
                var other => $"The server can’t listen at {url} ({other}): give another address with --urls.",
            };
        }
    }
}
