using System.Diagnostics;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The program as a service starts it: another working folder, a plain user, a file system to which little can be written.</summary>
public class StartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Its place, its rights and a temporary folder that isn't there: one start for all, since a start costs seconds.
    [Fact]
    public async Task Start_FromElsewhereWithoutATemporaryFolder_HasStyleAndKeepsAllInItsFolder()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "state", "data");
        await using var program = await ServerProcess.StartAsync(folder.Path, start =>
        {
            start.Environment["STATE_DIRECTORY"] = Path.Combine(folder.Path, "state");
            start.Environment["TMPDIR"] = Path.Combine(folder.Path, "nowhere");
        });
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };

        var style = await client.GetStringAsync(new Uri("css/site.css", UriKind.Relative), Cancellation);
        using var setup = await client.GetAsync(new Uri("account/sign-in", UriKind.Relative), Cancellation);

        Assert.NotEmpty(style);
        Assert.True(setup.IsSuccessStatusCode, program.Log); // its form needs the keys, which are written by way of the temporary folder
        Assert.True(File.Exists(Path.Combine(data, "peacetracker.db")));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(data, "keys")));
        Assert.Contains(data, program.Log, StringComparison.Ordinal);
        Assert.Equal(["state"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    // The first page is asked for by the program itself; that it is not ready before is no fault in the log.
    [Fact]
    public async Task Start_SaysReady_OnceTheFirstPageIsMade()
    {
        using var folder = new TemporaryFolder();
        await using var program = await ServerProcess.StartAsync(
            folder.Path, start => start.Environment["PeaceTracker__DataDirectory"] = Path.Combine(folder.Path, "data"));
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };

        string said;
        do
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), Cancellation);
            said = $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}";
            Assert.True(said is "200 Healthy" or "503 Degraded", said);
        }
        while (said != "200 Healthy");

        await program.PrintedAsync(log => log.Contains("GET / ", StringComparison.Ordinal));
        // The code in the log may hold the letters of a level; that a busy machine keeps the server's own clock waiting is no fault of the start.
        Assert.DoesNotContain(" ERR ", program.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(
            program.Log.Split('\n'),
            line => line.Contains(" WRN ", StringComparison.Ordinal) && !line.Contains("the heartbeat has been running", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--urls", "http://localhost:99999", null, "has no valid port")]
    [InlineData("--urls", "http://127.0.0.1:0", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "Languages are switched off")]
    public async Task Start_Impossible_EndsWithOneSentenceAndMakesNothing(string option, string value, string? variable, string says)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [ServerProcess.Program, option, value])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PeaceTracker__DataDirectory"] = Path.Combine(folder.Path, "data");
        if (variable is not null)
        {
            start.Environment[variable] = "1";
        }

        await AssertRefusedAsync(start, says);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    // No right to a low port, no IPv6, no library of languages: what a machine has to give.
    [Theory]
    [InlineData("ulimit -c 0", "--bounding-set=-net_bind_service", "http://127.0.0.1:80", "This user may not listen at port 80")]
    [InlineData("exec unshare --net dotnet \"$@\"", "--nnp", "http://[::1]:5080", "This machine has no address [::1]")]
    [InlineData("for f in /usr/lib/*/libicu*.so*; do mount --bind /dev/null \"$f\"; done", "--nnp", "http://127.0.0.1:0", "install the ICU library")]
    public async Task Start_MachineLacksSomething_EndsWithOneSentence(string first, string privileges, string urls, string says)
    {
        Assert.SkipUnless(Confined.IsPossible, Confined.Why);
        using var folder = new TemporaryFolder();
        var start = Confined.Start(
            $"{first}; exec setpriv {privileges} dotnet \"$@\"", [ServerProcess.Program, "--urls", urls]);
        start.Environment["PeaceTracker__DataDirectory"] = Path.Combine(folder.Path, "data");

        await AssertRefusedAsync(start, says);
    }

    private static async Task AssertRefusedAsync(ProcessStartInfo start, string says)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = await process.StandardError.ReadToEndAsync(Cancellation).WaitAsync(TestStore.ProcessLimit, Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains(says, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
    }
}
