using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PeaceTracker.Services.Data;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Hosting;

/// <summary>Asks for the first page as soon as the server listens: making it the first time takes long, and no reader should wait for that.</summary>
internal sealed class FirstPage(IConfiguration configuration, FirstPageMade first)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // A server that listens at all addresses can be asked at this one.
    private static readonly string[] AnyHost = ["//[::]", "//0.0.0.0", "//*", "//+"];

    /// <summary>Asks for it over a line to this server itself. It never throws, for nobody waits.</summary>
    public async Task MakeAsync(IServer server, ILogger log)
    {
        try
        {
            // A host in a test has no address.
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (addresses.FirstOrDefault(a => a.StartsWith("http://", StringComparison.Ordinal) && !a.Contains("unix:", StringComparison.Ordinal))
                is { } address)
            {
                await AskAsync(new Uri(AnyHost.Aggregate(address, (known, any) => known.Replace(any, "//localhost", StringComparison.Ordinal))));
            }
        }
        catch (Exception fault) when (fault is SocketException or IOException or OperationCanceledException or UriFormatException)
        {
            log.LogDebug(fault, "The first page could not be asked for from here");
        }
        finally
        {
            first.Say();
        }
    }

    // By hand: a client of the framework is a good part of what a start has to load and compile, and for one request.
    private async Task AskAsync(Uri here)
    {
        using var limit = new CancellationTokenSource(Longest);
        using var line = new TcpClient();
        await line.ConnectAsync(here.DnsSafeHost, here.Port, limit.Token);
        // As browsers want it packed: one that asks at the same time is given this page, and no other is made beside it.
        var request = $"GET {Site.At("/")} HTTP/1.1\r\nHost: {Probes.AllowedName(configuration) ?? here.Authority}\r\n"
            + "Accept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n";
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), limit.Token);
        await stream.CopyToAsync(Stream.Null, limit.Token);
    }
}
