using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>A process that saves is killed in the middle of it, 20 times over: what it acknowledged is there, and nothing is half there.</summary>
public class KilledWriterTests
{
    private const int Kills = 20;

    [Fact]
    public async Task Kill_DuringSaves_LosesNothingAcknowledgedAndLeavesNothingHalfDone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var acknowledged = new List<int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            // A different number of saves each time, so that the moment of the kill differs; the killing itself is as sharp as signal 9 is.
            await WriteUntilKilledAsync(folder.Path, kill * 1000, saves: 1 + (kill % 7), acknowledged, cancellation);
            Assert.Equal("ok", TestStore.Scalar(Path.Combine(folder.Path, "peacetracker.db"), "PRAGMA integrity_check"));
        }

        Assert.True(acknowledged.Count >= Kills, $"Only {acknowledged.Count} saves were acknowledged.");
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });
        await TestStore.StartAsync(services);
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync(cancellation);
        var entries = await context.Set<StatusEvent>().Where(e => e.Level == Level.Narrowing).ToListAsync(cancellation);
        var rows = await context.RowChanges.ToListAsync(cancellation);
        var changes = await context.Changes.Where(c => c.What == "three-status-events").ToListAsync(cancellation);
        var stored = entries.GroupBy(e => int.Parse(e.Rationale, CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Count());

        Assert.Empty(acknowledged.Except(stored.Keys));
        Assert.All(stored, save => Assert.Equal(3, save.Value));
        // Each save has its change row, and each of its rows what was written.
        Assert.Equal(stored.Count, changes.Count);
        Assert.All(changes, change => Assert.Equal(3, rows.Count(r => r.ChangeNumber == change.Number)));
    }

    private static async Task WriteUntilKilledAsync(string folder, int first, int saves, List<int> acknowledged, CancellationToken cancellation)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Repository.PathOf("tests", "PeaceTracker.Writer", "bin", output.Parent!.Name, output.Name, "PeaceTracker.Writer.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, folder, first.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var line = await process.StandardOutput.ReadLineAsync(cancellation);
        Assert.True(line == "started", $"The writer did not start: {line} {(line is null ? await errors : "")}");
        for (var n = 0; n < saves; n++)
        {
            acknowledged.Add(int.Parse((await process.StandardOutput.ReadLineAsync(cancellation))!, CultureInfo.InvariantCulture));
        }

        process.Kill();
        await process.WaitForExitAsync(cancellation);
        // What it had printed before it died was acknowledged, too; a line cut off was not.
        var rest = await process.StandardOutput.ReadToEndAsync(cancellation);
        var end = rest.LastIndexOf('\n');
        acknowledged.AddRange(
            (end < 0 ? "" : rest[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture)));
    }
}
