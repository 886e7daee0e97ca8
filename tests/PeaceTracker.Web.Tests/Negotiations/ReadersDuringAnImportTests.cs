using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Import;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Negotiations;

/// <summary>While a large import is being written, readers get what they ask for; when it is stopped, nothing of it is left.</summary>
public sealed class ReadersDuringAnImportTests : IAsyncDisposable
{
    private readonly TrackerHost host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => host.DisposeAsync();

    // A hundred issues have two thousand status events: the import is held when the first thousand rows are written.
    [Fact]
    public async Task Read_WhileRowsAreWritten_IsAnsweredAndSeesNothingOfThem()
    {
        var token = await TokenAsync();
        var kept = await host.Client.GetStringAsync(Seed(""), Token);
        using var stop = new CancellationTokenSource();
        using var held = new Held();
        var import = Task.Run(
            () => host.Services.GetRequiredService<NegotiationImporter>().ImportAsync(BigRecord.Make(100), "test", stop.Token, held), Token);
        await held.Reached.Task.WaitAsync(Token);

        await ReadAsync(kept, token);
        using (var none = await host.Client.GetAsync("/negotiations/" + BigRecord.Slug, Token))
        {
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        await stop.CancelAsync();
        held.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import);
        using var gone = await host.Client.GetAsync("/negotiations/" + BigRecord.Slug, Token);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    // The same of a table, into the very board that is read: held when the first thousand of its sources are written.
    [Fact]
    public async Task Read_WhileATableIsWrittenIntoTheBoard_IsAnsweredAndSeesNothingOfIt()
    {
        var token = await TokenAsync();
        var editor = await TestAccounts.AddAccountAsync(host.Services, AccountRole.Manager);
        var boards = host.Services.GetRequiredService<BoardReader>();
        var board = (await boards.FindAsync(SeedFile.RussiaUkraine, Token))!;
        var kept = await host.Client.GetStringAsync(Seed(""), Token);
        using var stop = new CancellationTokenSource();
        using var held = new Held();
        var import = Task.Run(
            () => host.Services.GetRequiredService<BoardEditor>().RunAsync(Sources(board, 1500) with { Written = held }, editor, stop.Token), Token);
        await held.Reached.Task.WaitAsync(Token);

        await ReadAsync(kept, token);
        Assert.DoesNotContain("Report 1000", await host.Client.GetStringAsync(Seed("/sources?q=Report"), Token), StringComparison.Ordinal);

        await stop.CancelAsync();
        held.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import);
        Assert.Equal(board.ChangeNumber, (await boards.FindAsync(SeedFile.RussiaUkraine, Token))!.ChangeNumber);
        Assert.Equal(kept, await host.Client.GetStringAsync(Seed(""), Token));
    }

    private static ImportRows Sources(Board board, int count)
    {
        var lines = Enumerable.Range(1, count).Select(i => $"Agency,Report {i},2025-12-05,B");
        var text = "Publisher,Headline,Published,Reliability\n" + string.Join('\n', lines);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = Assert.IsType<TableRead.Opened>(TableReader.Read(stream, "table.csv", Token)).File;
        var (view, kind) = (TableView.Of(file, file.Sheets[0]), ImportKinds.Find("sources")!);
        var run = DryRun.Of(kind, view, ImportMapping.Guess(kind, view, new BoardNames(board)), board, DateTime.UtcNow, cancellationToken: Token);
        Assert.Equal(count, run.Count(ImportState.New));
        return run.ToCommand(SeedFile.RussiaUkraine);
    }

    private async Task<string> TokenAsync() => await TestAccounts.AddTokenAsync(
        host.Services, await TestAccounts.AddAccountAsync(host.Services, AccountRole.Viewer), TokenScope.Read);

    // What is kept, what has to be rendered, a file, and by a token, whose use is to be noted, which can't be done now: nobody waits for that.
    private async Task ReadAsync(string kept, string token)
    {
        Assert.Equal(kept, await host.Client.GetStringAsync(Seed(""), Token));
        foreach (var page in new[] { "?asOf=2025-12-16", "/issues?sort=category", "/changes?from=2025-12-15&to=2025-12-20", "/issues.xlsx" })
        {
            using var answer = await host.Client.GetAsync(Seed(page), Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/negotiations/{SeedFile.RussiaUkraine}");
        request.Headers.Authorization = new("Bearer", token);
        using var told = await host.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
    }

    private static string Seed(string page) => $"/negotiations/{SeedFile.RussiaUkraine}{page}";

    // Whatever becomes of the test, the import is let go.
    private sealed class Held : IProgress<int>, IDisposable
    {
        private readonly ManualResetEventSlim _go = new();

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Report(int value)
        {
            Reached.TrySetResult();
            _go.Wait();
        }

        public void Dispose() => _go.Set();
    }
}
