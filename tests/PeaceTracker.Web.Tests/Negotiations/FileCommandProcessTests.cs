using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Negotiations;

/// <summary><c>export</c> and <c>import</c> as processes of their own; what they say of each fault is tested without one: FileCommandTests.</summary>
public class FileCommandProcessTests
{
    // The example is change 2 of the seeded store: it stays 2 in the other.
    [Fact]
    public async Task ExportAndImport_OneOfTwoNegotiations_EndsWithZeroAndIsVerified()
    {
        using var store = SeededStore.Copy();
        using var empty = new TemporaryFolder();
        var file = Path.Combine(store.Path, "example.json");

        var exported = await CommandLine.RunAsync(store.Path, "export", SeedFile.Example, file);
        var twice = await CommandLine.RunAsync(store.Path, "export", SeedFile.Example, file);
        var imported = await CommandLine.RunAsync(empty.Path, "import", file);
        var verified = await CommandLine.RunAsync(empty.Path, "verify");

        Assert.Equal((0, ""), (exported.Code, exported.Errors));
        Assert.Contains("with its history (1 change, the last is 2)", exported.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (twice.Code, twice.Output));
        Assert.Contains("already", Assert.Single(twice.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal((0, ""), (imported.Code, imported.Errors));
        Assert.Contains("1 change, number 2; all fit to their hashes. Change 3 records the import.", imported.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (verified.Code, verified.Errors));
        Assert.Contains(
            "2 changes checked, all fit. They are chained from the first on. 1 number has no change", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ServerRunning_RefusesWithOneSentence()
    {
        await using var host = new TrackerHost();
        _ = host.Client;
        using var files = new TemporaryFolder();

        var answer = await CommandLine.RunAsync(host.Folder, "export", SeedFile.RussiaUkraine, Path.Combine(files.Path, "file.json"));

        Assert.Equal(1, answer.Code);
        Assert.Contains("Another PeaceTracker is running", Assert.Single(answer.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(files.Path));
    }
}
