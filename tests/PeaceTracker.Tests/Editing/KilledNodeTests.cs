using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>Twenty write at once, ten on each of two nodes on one database, and one node is killed in the middle of it.</summary>
[OnPostgreSql]
public class KilledNodeTests
{
    private const int WritersOfEach = 10, Apart = 100_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_OneOfTwoNodes_LosesNothingAcknowledgedAndTheOtherGoesOn()
    {
        Assert.SkipUnless(TestServer.IsThere, TestServer.Why);
        var board = ThreeStatusEvents.EmptyBoard();
        await using var other = await TestStore.StartOnServerAsync(board);
        var account = await TestAccounts.AddAccountAsync(other.Services, AccountRole.Editor);
        var acknowledged = new HashSet<int>();
        using var node = Process.Start(new ProcessStartInfo(
            "dotnet", [WriterProgram(), other.Folder, "0", other.Options.Database!, WritersOfEach.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("started", await node.StandardOutput.ReadLineAsync(Cancellation));
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(WritersOfEach, WritersOfEach)
            .Select(writer => WriteAsync(other, board.Negotiation.Slug, account, writer * Apart, enough.Token)).ToList();
        for (var n = 0; n < 2 * WritersOfEach; n++)
        {
            acknowledged.Add(int.Parse((await node.StandardOutput.ReadLineAsync(Cancellation))!, CultureInfo.InvariantCulture));
        }

        node.Kill();
        await node.WaitForExitAsync(Cancellation);
        var rest = await node.StandardOutput.ReadToEndAsync(Cancellation);
        acknowledged.UnionWith(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => int.Parse(line, CultureInfo.InvariantCulture)));
        // The dead node may have held the turn to write: the other has to get it, and each of its writers once more after the kill.
        await other.Services.GetRequiredService<BoardEditor>().RunAsync(new ThreeStatusEvents(board.Negotiation.Slug, -1), account, Cancellation);
        await enough.CancelAsync();
        acknowledged.UnionWith((await Task.WhenAll(writers)).SelectMany(written => written));
        acknowledged.Add(-1);

        var seen = (await other.Boards.FindAsync(board.Negotiation.Slug, Cancellation))!.Record.StatusEvents
            .Where(e => e.Level == Level.Narrowing).GroupBy(e => int.Parse(e.Rationale, CultureInfo.InvariantCulture))
            .ToDictionary(save => save.Key, save => save.Select(e => e.IssueKey).Order().ToList());
        Assert.Empty(acknowledged.Except(seen.Keys));
        // Whole, and once: one entry for each of the three issues.
        Assert.All(seen.Values, issues => Assert.Equal(board.Issues.Select(issue => issue.Key).Order(), issues));
        Assert.True(writers.TrueForAll(writer => writer.Result.Count > 0), "A writer of the other node got no turn at all.");
    }

    // At least one save each: it is asked whether it was enough only after a save.
    private static async Task<List<int>> WriteAsync(TestStore store, string slug, string account, int first, CancellationToken enough)
    {
        var written = new List<int>();
        for (var n = first; written.Count == 0 || !enough.IsCancellationRequested; n++)
        {
            Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>()
                .RunAsync(new ThreeStatusEvents(slug, n), account, Cancellation));
            written.Add(n);
        }

        return written;
    }

    private static string WriterProgram()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.PathOf("tests", "PeaceTracker.Writer", "bin", output.Parent!.Name, output.Name, "PeaceTracker.Writer.dll");
    }
}
