using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary><c>verify</c> as a process of its own.</summary>
public class VerificationTests
{
    [Fact]
    public async Task Verify_StoreAsItWasWrittenAndThenAltered_EndsWithZeroAndWithOne()
    {
        using var folder = SeededStore.Copy();
        var database = Path.Combine(folder.Path, "peacetracker.db");

        var sound = await CommandLine.RunAsync(folder.Path, "verify");
        TestStore.Execute(database, "UPDATE Issues SET Title = 'X' WHERE NegotiationId = 2 AND Ordinal = 0");
        var altered = await CommandLine.RunAsync(folder.Path, "verify");

        Assert.Equal((0, ""), (sound.Code, sound.Errors));
        Assert.Contains("2 changes checked, all fit.", sound.Output, StringComparison.Ordinal);
        var head = TestStore.Scalar(database, "SELECT Hash FROM Changes WHERE Number = 2");
        Assert.EndsWith($", {head}", sound.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal((1, ""), (altered.Code, altered.Output));
        Assert.StartsWith("Change 2 does not fit: ", altered.Errors, StringComparison.Ordinal);
        Assert.Single(altered.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Verify_EmptyFolder_SaysSoAndSeedsNothing()
    {
        using var folder = new TemporaryFolder();

        var answer = await CommandLine.RunAsync(folder.Path, "verify");

        Assert.Equal(1, answer.Code);
        Assert.Contains("There is no store", Assert.Single(answer.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Verify_ServerRunning_RefusesWithOneSentence()
    {
        await using var host = new TrackerHost();
        _ = host.Client;

        var answer = await CommandLine.RunAsync(host.Folder, "verify");

        Assert.Equal(1, answer.Code);
        Assert.Contains("Another PeaceTracker is running", Assert.Single(answer.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
