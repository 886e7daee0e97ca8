using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Agreement;
using PeaceTracker.Tests.Negotiations.Files;

namespace PeaceTracker.Tests.Changes;

/// <summary>
/// Hundreds of commands go through the real pipeline into a real store; what was seen after each must be seen again, byte for byte, by its
/// change number, whatever came afterwards.
/// </summary>
[OnEveryDatabase]
public class ReplayTests
{
    private const int Commands = 400;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_EveryChangeNumber_IsTheRecordThatWasTheNewestThen()
    {
        var seed = Environment.GetEnvironmentVariable("PEACETRACKER_SEED") is { Length: > 0 } given && int.TryParse(given, out var number)
            ? number
            : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"PEACETRACKER_SEED={seed}");
        var random = new Random(seed);
        var commands = new RandomCommands(random);
        var record = (await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), Cancellation)).Record!;
        var slug = record.Negotiation.Slug;
        await using var store = await TestStore.StartAsync(record);
        var manager = await store.AddAccountAsync(AccountRole.Manager, "Ada");
        var editor = store.Services.GetRequiredService<BoardEditor>();
        var seen = new SortedDictionary<long, string> { [1] = await SeenAsync(store.Boards, slug, null) };
        var kinds = new HashSet<string>();

        for (var i = 0; i < Commands; i++)
        {
            var now = (await store.Boards.FindAsync(slug, Cancellation))!.Record;
            var result = i % 20 == 19
                ? await PublishAsync(store, slug, manager, now)
                : await editor.RunAsync(commands.Next(now), manager, Cancellation);
            if (result is SaveResult.Saved saved)
            {
                seen[saved.ChangeNumber] = await SeenAsync(store.Boards, slug, null);
                kinds.Add((await LastAsync(store)).What);
            }
        }

        // Enough of them went through, of many kinds, or the test would show nothing.
        Assert.True(seen.Count > Commands / 4, $"{seen.Count} of {Commands} commands were carried out, seed {seed}");
        Assert.Superset(new HashSet<string> { "negotiation-edited", "agenda-version-added", "issue-edited", "outcome-published" }, kinds);
        Assert.All(
            ["-added", "-recorded", "-edited", "-corrected", "-retracted"],
            end => Assert.Contains(kinds, kind => kind.EndsWith(end, StringComparison.Ordinal)));
        await AssertSameAsync(store.Boards, slug, seen, seed);

        // After a restart nothing is kept: all is read from the store again.
        await using var later = TestStore.Provide(store.Options);
        await AssertSameAsync(later.GetRequiredService<BoardReader>(), slug, seen, seed);
        await later.DisposeAsync();
        await store.Services.DisposeAsync();

        // Nor does it in a store that knows the negotiation from its file alone; what that one exports is the same file.
        using var folder = new TemporaryFolder();
        var (first, second) = (Path.Combine(folder.Path, "first.json"), Path.Combine(folder.Path, "second.json"));
        await FileCommands.ExportAsync(store.Options, slug, first);
        using var elsewhere = new TemporaryFolder();
        await FileCommands.ImportAsync(elsewhere.Path, first);
        await using (var brought = TestStore.Provide(new() { DataDirectory = elsewhere.Path }))
        {
            await AssertSameAsync(brought.GetRequiredService<BoardReader>(), slug, seen, seed);
        }

        await FileCommands.ExportAsync(elsewhere.Path, slug, second);
        Assert.Equal(await File.ReadAllBytesAsync(first, Cancellation), await File.ReadAllBytesAsync(second, Cancellation));
        Assert.Equal((0, ""), await FileCommands.VerifyAsync(elsewhere.Path));
    }

    private static async Task AssertSameAsync(BoardReader boards, string slug, SortedDictionary<long, string> seen, int seed)
    {
        foreach (var (number, then) in seen.Reverse())
        {
            Assert.True(then == await SeenAsync(boards, slug, number), $"Change {number} shows something else than it did, seed {seed}");
        }
    }

    // The whole record, every figure on some dates, and the issues file.
    private static async Task<string> SeenAsync(BoardReader boards, string slug, long? number)
    {
        var board = (number is { } past ? await boards.FindAsync(slug, past, Cancellation) : await boards.FindAsync(slug, Cancellation))!;
        using var file = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(board.Record, file, Cancellation);
        var seen = new StringBuilder(Encoding.UTF8.GetString(file.ToArray()));
        var start = board.Negotiation.StartedOn;
        foreach (var at in new[] { 0, 90, 250, 700 }.Select(days => board.AsOf(start.AddDays(days))))
        {
            seen.Append(CultureInfo.InvariantCulture, $"\n{at.Date:O} change {board.ChangeNumber}\n").AppendLine(Fingerprint.Of(at));
            var list = IssueList.Of(at, new IssueQuery());
            seen.Append(Encoding.UTF8.GetString(WrittenTable.Csv(IssueExport.Of(list, [], "https://board.example.org/issues"))));
        }

        return seen.ToString();
    }

    private static async Task<SaveResult> PublishAsync(TestStore store, string slug, string account, Domain.Negotiations.NegotiationRecord record)
    {
        var entry = record.StatusEvents[0];
        var form = new OutcomeForm { StatusEvents = [StatusEventForm.Of(entry)] };
        form.StatusEvents[0].OccurredOn = entry.OccurredOn.AddDays(record.StatusEvents.Count % 300);
        var (desk, id) = (store.Services.GetRequiredService<OutcomeDesk>(), Guid.NewGuid());
        Assert.IsType<OutcomeSave.Kept>(await desk.KeepAsync(slug, id, 0, form, account, Cancellation));
        return await desk.PublishAsync(slug, id, 1, form, account, Cancellation);
    }

    private static async Task<Domain.Changes.Change> LastAsync(TestStore store)
    {
        await using var context = store.NewContext();
        return context.Changes.OrderByDescending(change => change.Number).First();
    }
}
