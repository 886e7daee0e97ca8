using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>Addresses at which no server can listen are found before anything is made.</summary>
public class AddressCheckTests
{
    [Theory]
    [InlineData("localhost:5210", "is not an address to listen at: write it as http://localhost:5080.")]
    [InlineData("5210", "is not an address to listen at")]
    [InlineData("ftp://localhost:5210", "is not an address to listen at")]
    [InlineData("http://localhost:99999", "has no valid port")]
    [InlineData("http://localhost:port", "has no valid port")]
    [InlineData("http://localhost:5210/tracker", "has a path: listen at the address without it, and set PeaceTracker:PathBase to /tracker.")]
    [InlineData("https://localhost:5210", "needs a certificate")]
    [InlineData("http://192.0.2.7:5210", "This machine has no address 192.0.2.7")]
    [InlineData("http://127.0.0.1:0;ftp://localhost", "is not an address to listen at")]
    public void FaultOf_AddressThatWillNotDo_SaysWhyInOneSentence(string urls, string says)
    {
        var fault = FaultOf("urls", urls);

        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault!);
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:0")]
    [InlineData("urls", "http://localhost:0;http://[::1]:0")]
    [InlineData("urls", "http://*:0")]
    [InlineData("urls", "http://unix:/run/peacetracker.sock")]
    [InlineData("urls", "")]
    public void FaultOf_AddressThatWillDo_IsNull(string setting, string value) => Assert.Null(FaultOf(setting, value));

    [Theory]
    [InlineData("urls", "http://127.0.0.1:{0}")]
    [InlineData("urls", "http://localhost:{0}")]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://127.0.0.1:{0}")]
    [InlineData("http_ports", "{0}")]
    public void FaultOf_AddressInUse_SaysSo(string setting, string value)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Contains("is in use: stop what uses it", FaultOf(setting, string.Format(null, value, port)), StringComparison.Ordinal);
    }

    private static string? FaultOf(string setting, string value) => AddressCheck.FaultOf(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build());
}
