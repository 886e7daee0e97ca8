using System.Diagnostics;
using System.Security.Cryptography;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>A start that is refused, as who started it sees it: a process that ends with one sentence and leaves the folder alone.</summary>
public class RefusedStartTests
{
    [Fact]
    public async Task Start_FolderOfAnotherProcess_EndsWithOneSentenceAndChangesNothing()
    {
        await using var first = new TrackerHost();
        Assert.Equal(System.Net.HttpStatusCode.OK, (await first.GetAsync("/health/ready")).Answer.StatusCode);

        await AssertRefusedAsync(first.Folder, "Another PeaceTracker is running");
    }

    [Fact]
    public async Task Start_DamagedDatabase_EndsWithOneSentenceAndChangesNothing()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "peacetracker.db"), "no database at all", TestContext.Current.CancellationToken);

        await AssertRefusedAsync(folder.Path, "is damaged");
    }

    // The log tells of the fault as well, on the other stream.
    [Fact]
    public async Task Start_CertificateThatIsNotThere_EndsWithOneSentence()
    {
        using var folder = SeededStore.Copy();
        var certificate = Path.Combine(folder.Path, "none.pfx");

        var (exitCode, errors) = await RunAsync(folder.Path, ("Kestrel__Certificates__Default__Path", certificate));

        Assert.Equal(1, exitCode);
        var sentence = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("The server can’t listen: ", sentence, StringComparison.Ordinal);
        Assert.Contains(certificate, sentence, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(string folder, string says)
    {
        var before = State(folder);
        var (exitCode, errors) = await RunAsync(folder);

        Assert.NotEqual(0, exitCode);
        var sentence = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(says, sentence, StringComparison.Ordinal);
        Assert.Contains(folder, sentence, StringComparison.Ordinal);
        Assert.Equal(before, State(folder));
    }

    private static async Task<(int ExitCode, string Errors)> RunAsync(string folder, params (string Name, string Value)[] settings)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var program = Path.Combine(AppContext.BaseDirectory, "PeaceTracker.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PeaceTracker__DataDirectory"] = folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await process.StandardError.ReadToEndAsync(cancellation).WaitAsync(TestStore.ProcessLimit, cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    // The first process goes on writing its own log meanwhile; it is in a folder beneath and left out.
    private static string[] State(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select(file =>
            {
                // Whoever holds the lock lets nobody read it; its size says enough.
                if (file.EndsWith(".lock", StringComparison.Ordinal))
                {
                    return $"{Path.GetFileName(file)} {new FileInfo(file).Length}";
                }

                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                return $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(stream))}";
            }),
    ];
}
