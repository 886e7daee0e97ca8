using System.Diagnostics;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>How the server ends when it is told to.</summary>
public class EndTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Half a request is no reason to wait.
    [Fact]
    public async Task Terminate_WithHalfARequestAndAStream_EndsWithinSeconds()
    {
        using var folder = SeededStore.Copy();
        await using var program = await ServerProcess.StartAsync(
            folder.Path, start => start.Environment["PeaceTracker__DataDirectory"] = folder.Path);
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };
        using var stream = await client.GetAsync(
            new Uri("live/example", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var half = new System.Net.Sockets.TcpClient();
        await half.ConnectAsync("127.0.0.1", client.BaseAddress!.Port, Cancellation);
        await half.GetStream().WriteAsync("POST /account/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray(), Cancellation);

        using var kill = Process.Start("kill", ["-TERM", $"{program.Process.Id}"]);
        var begun = Stopwatch.StartNew();
        await program.Process.WaitForExitAsync(Cancellation).WaitAsync(TestStore.ProcessLimit, Cancellation);

        Assert.Equal(0, program.Process.ExitCode);
        TestContext.Current.SendDiagnosticMessage($"Ended after {begun.Elapsed.TotalSeconds:0.0} s");
    }
}
