using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary>The stream that tells open pages of a change. The article's negotiation is change 1 of a new store, the example change 2.</summary>
public sealed class LiveStreamTests : IAsyncDisposable
{
    private const string Address = $"/live/{SeedFile.RussiaUkraine}";

    private readonly LiveHost host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OpenStreams Streams => host.Services.GetRequiredService<OpenStreams>();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Get_OnConnecting_SaysHowLongToWaitAndTheNumberAtOnce()
    {
        using var stream = await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, stream.Answer.StatusCode);
        Assert.Matches("^retry: [12][0-9]{3}$", await stream.BlockAsync());
        Assert.Matches("^event: history\ndata: [0-9a-f]{12}$", await stream.BlockAsync());
        Assert.Equal("data: 1", await stream.BlockAsync());
    }

    [Fact]
    public async Task Change_OfThisNegotiation_IsSaidWithItsNumberAlone()
    {
        using var stream = await OpenAsync();
        await stream.NumberAsync();
        var number = await host.Services.RecordAsync(SeedFile.RussiaUkraine, "Territory is narrowing.", cancellationToken: Cancellation);

        Assert.Equal($"data: {number}", await stream.BlockAsync());
    }

    // The change of the other negotiation comes first; were it said here, it would be the next block.
    [Fact]
    public async Task Change_OfAnotherNegotiation_WakesOnlyItsOwnReaders()
    {
        using var stream = await OpenAsync();
        using var other = await OpenAsync("/live/example");
        await stream.NumberAsync();
        await other.NumberAsync();
        var first = await host.Services.RecordAsync("example", "Something else.", cancellationToken: Cancellation);
        Assert.Equal(first, await other.NumberAsync());
        var second = await host.Services.RecordAsync(SeedFile.RussiaUkraine, "This.", cancellationToken: Cancellation);

        Assert.Equal($"data: {second}", await stream.BlockAsync());
    }

    // Ten changes while nobody reads: what comes may skip numbers, never goes back, and ends with the newest.
    [Fact]
    public async Task Changes_WhileTheReaderIsSlow_EndWithTheNewest()
    {
        using var stream = await OpenAsync();
        var newest = 0L;
        for (var i = 0; i < 10; i++)
        {
            newest = await host.Services.RecordAsync(SeedFile.RussiaUkraine, $"Change {i}.", cancellationToken: Cancellation);
        }

        var last = 0L;
        while (last < newest)
        {
            var number = await stream.NumberAsync();
            Assert.True(number > last);
            last = number;
        }

        Assert.Equal(newest, last);
    }

    [Fact]
    public async Task Get_AfterAChangeThatWasMissed_CatchesUp()
    {
        using (var stream = await OpenAsync())
        {
            await stream.NumberAsync();
        }

        var number = await host.Services.RecordAsync(SeedFile.RussiaUkraine, "Missed.", cancellationToken: Cancellation);
        using var again = await OpenAsync();

        Assert.Equal(number, await again.NumberAsync());
    }

    [Fact]
    public async Task Heartbeat_NoChange_SendsABeatWithoutNews()
    {
        using var stream = await OpenAsync();
        await stream.NumberAsync();
        host.Clock.Advance(OpenStreams.Heartbeat);

        Assert.Equal("event: beat\ndata:", await stream.BlockAsync());
    }

    // Written past the bus, as a change would be whose look-up failed.
    [Fact]
    public async Task Heartbeat_AChangeThatNobodyAnnounced_IsFound()
    {
        using var stream = await OpenAsync();
        await stream.NumberAsync();
        TestStore.Execute(
            Path.Combine(host.Folder, "peacetracker.db"), $"UPDATE Negotiations SET ChangeNumber = 77 WHERE Slug = '{SeedFile.RussiaUkraine}'");
        host.Clock.Advance(OpenStreams.Heartbeat);

        Assert.Equal(77, await stream.NumberAsync());
    }

    [Theory]
    [InlineData("/live/no-such-negotiation")]
    [InlineData("/live/RUSSIA-UKRAINE-2025")]
    [InlineData("/live/no-such-negotiation/since/1")]
    [InlineData(Address + "/since/x")]
    public async Task Get_UnknownNegotiation_IsNotFoundAndLeavesNoStream(string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, Streams.Count);
    }

    [Fact]
    public async Task Count_ReadersComeAndGo_IsThatOfThoseWhoAreThere()
    {
        var first = await OpenAsync();
        var second = await OpenAsync();
        using var third = await OpenAsync("/live/example");
        Assert.Equal(3, Streams.Count);

        first.Dispose();
        second.Dispose();
        await UntilAsync(() => Streams.Count == 1);
    }

    [Fact]
    public async Task Stop_OpenStream_EndsAndHoldsNothingUp()
    {
        using var stream = await OpenAsync();
        await stream.NumberAsync();
        var open = Streams; // the host's services go with it
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await stream.BlockAsync());
        await UntilAsync(() => open.Count == 0);
    }

    // The example is change 2 of the store and no business of this negotiation.
    [Fact]
    public async Task Since_ChangesOfSeveralNegotiations_SaysThoseOfThisOneNewestFirst()
    {
        await host.Services.RecordAsync(SeedFile.RussiaUkraine, "First.", cancellationToken: Cancellation);
        await host.Services.RecordAsync("example", "Elsewhere.", cancellationToken: Cancellation);
        var newest = await host.Services.RecordAsync(SeedFile.RussiaUkraine, "Second.", cancellationToken: Cancellation);

        var news = await SinceAsync(1);

        Assert.Equal(newest, news.GetProperty("number").GetInt64());
        Assert.Equal("Updated just now: Second. First.", news.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(3, "Updated just now: Change 2. Change 1. Change 0.")]
    [InlineData(4, "Updated just now: Change 3. Change 2. Change 1. Also one earlier change.")]
    [InlineData(5, "Updated just now: Change 4. Change 3. Change 2. Also 2 earlier changes.")]
    public async Task Since_ManyChanges_SaysTheNewestThreeAndCountsTheRest(int changes, string expected)
    {
        for (var i = 0; i < changes; i++)
        {
            await host.Services.RecordAsync(SeedFile.RussiaUkraine, $"Change {i}.", cancellationToken: Cancellation);
        }

        Assert.Equal(expected, (await SinceAsync(1)).GetProperty("text").GetString());
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task<JsonElement> SinceAsync(long number) =>
        host.Client.GetFromJsonAsync<JsonElement>(new Uri($"{Address}/since/{number}", UriKind.Relative), Cancellation);

    private async Task<Stream> OpenAsync(string address = Address)
    {
        var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return new Stream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation)));
    }

    private sealed record Stream(HttpResponseMessage Answer, StreamReader Reader) : IDisposable
    {
        /// <summary>What stands between two empty lines; null at the end.</summary>
        public async Task<string?> BlockAsync()
        {
            var lines = new List<string>();
            while (await Reader.ReadLineAsync(Cancellation) is { } line)
            {
                if (line.Length == 0)
                {
                    return string.Join('\n', lines);
                }

                lines.Add(line);
            }

            return null;
        }

        /// <summary>The next number, past everything that is none.</summary>
        public async Task<long> NumberAsync()
        {
            while (true)
            {
                var block = await BlockAsync() ?? throw new InvalidOperationException("The stream ended.");
                if (block.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return long.Parse(block["data: ".Length..], CultureInfo.InvariantCulture);
                }
            }
        }

        public void Dispose()
        {
            Reader.Dispose();
            Answer.Dispose();
        }
    }
}
