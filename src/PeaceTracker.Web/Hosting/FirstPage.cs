using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Hosting;

/// <summary>Asks for the first page as soon as the server listens: making it the first time takes long, and no reader should wait for that.</summary>
internal sealed class FirstPage(IConfiguration configuration)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // A server that listens at all addresses can be asked at this one.
    private static readonly string[] AnyHost = ["//[::]", "//0.0.0.0", "//*", "//+"];

    /// <summary>Whether it was made, or could not be asked for from here.</summary>
    public bool IsMade { get; private set; }

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
                using var line = new HttpClientHandler { AllowAutoRedirect = false };
                using var client = new HttpClient(line) { Timeout = Longest };
                client.DefaultRequestHeaders.Host = Probes.AllowedName(configuration);
                // As browsers want it packed: one that asks at the same time is given this page, and no other is made beside it.
                client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
                var here = AnyHost.Aggregate(address, (known, any) => known.Replace(any, "//localhost", StringComparison.Ordinal));
                using var answer = await client.GetAsync(new Uri(new Uri(here), Site.At("/")));
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or UriFormatException)
        {
            log.LogDebug(fault, "The first page could not be asked for from here");
        }

        IsMade = true;
    }
}
