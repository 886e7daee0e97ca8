using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
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
        var client = host.Client;
        var token = await TestAccounts.AddTokenAsync(
            host.Services, await TestAccounts.AddAccountAsync(host.Services, AccountRole.Viewer), TokenScope.Read);
        var kept = await client.GetStringAsync(Seed(""), Token);
        using var stop = new CancellationTokenSource();
        using var held = new Held();
        var import = Task.Run(
            () => host.Services.GetRequiredService<NegotiationImporter>().ImportAsync(BigRecord.Make(100), "test", stop.Token, held), Token);
        await held.Reached.Task.WaitAsync(Token);

        Assert.Equal(kept, await client.GetStringAsync(Seed(""), Token));
        foreach (var page in new[] { "?asOf=2025-12-16", "/issues?sort=category", "/changes?from=2025-12-15&to=2025-12-20", "/issues.xlsx" })
        {
            using var answer = await client.GetAsync(Seed(page), Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        // That the token is used is noted, which can't be done now: nobody waits for it.
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/negotiations/{SeedFile.RussiaUkraine}");
        request.Headers.Authorization = new("Bearer", token);
        using (var answer = await client.SendAsync(request, Token))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using (var none = await client.GetAsync("/negotiations/" + BigRecord.Slug, Token))
        {
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        await stop.CancelAsync();
        held.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import);
        using var gone = await client.GetAsync("/negotiations/" + BigRecord.Slug, Token);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
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
