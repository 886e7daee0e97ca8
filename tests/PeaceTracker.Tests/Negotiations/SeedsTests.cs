using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations;

[OnEveryDatabase]
public class SeedsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddAsync_Twice_AddsOnce()
    {
        await using var store = await TestStore.StartAsync();
        var seeds = store.Services.GetRequiredService<Seeds>();
        await seeds.AddAsync("example", Cancellation);
        await seeds.AddAsync("example", Cancellation);
        Assert.Equal("example", Assert.Single(await store.Boards.ListAsync(Cancellation)).Slug);
    }

    [Fact]
    public async Task AddAsync_UnknownName_RefusesAndNamesTheKnown()
    {
        await using var store = await TestStore.StartAsync();
        var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => store.Services.GetRequiredService<Seeds>().AddAsync("../secret", Cancellation));
        Assert.Contains("example", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("russia-ukraine-2025", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadFirstAsync_FileWithTwoErrors_RefusesWholeAndNamesBothWithTheirLines()
    {
        var file = Path.GetTempFileName();
        try
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(SeedFiles.Folder, "russia-ukraine-2025.json"), Cancellation);
            var salience = Array.FindIndex(lines, l => l.Contains("\"salience\": 5", StringComparison.Ordinal));
            lines[salience] = lines[salience].Replace('5', '9');
            var reliability = Array.FindIndex(lines, l => l.Contains("\"reliability\": \"B\"", StringComparison.Ordinal));
            lines[reliability] = lines[reliability].Replace("\"B\"", "\"Z\"", StringComparison.Ordinal);
            await File.WriteAllLinesAsync(file, lines, Cancellation);

            var folder = Directory.CreateTempSubdirectory("peacetracker-test-");
            await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.FullName, Seed = file }))
            {
                var refusal = await Assert.ThrowsAsync<StoreRefusal>(() => services.StartStoreAsync(null, Cancellation));
                Assert.Contains($"line {salience + 1}", refusal.Message, StringComparison.Ordinal);
                Assert.Contains($"line {reliability + 1}", refusal.Message, StringComparison.Ordinal);
            }

            folder.Delete(recursive: true);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
