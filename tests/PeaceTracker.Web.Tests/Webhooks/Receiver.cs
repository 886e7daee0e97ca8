using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Webhooks;

/// <summary>A request as the receiver got it.</summary>
public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>A program on this machine that takes what webhooks send, and answers as a test wants.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Received> _arrivals = Channel.CreateUnbounded<Received>();

    private Receiver(WebApplication app) => _app = app;

    /// <summary>How long a test waits for what should come within moments.</summary>
    public static readonly TimeSpan Limit = TestStore.ProcessLimit;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single() + "/hook");

    /// <summary>What it answers, in this order; the last one again and again. A status of 0 never answers.</summary>
    public ConcurrentQueue<(int Status, string? Location)> Answers { get; } = new();

    /// <summary>What happens between a request and its answer.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>All that came.</summary>
    public ConcurrentQueue<Received> All { get; } = new();

    /// <summary>Starts one on a port that is free.</summary>
    public static async Task<Receiver> StartAsync(params int[] statuses)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        foreach (var status in statuses)
        {
            receiver.Answers.Enqueue((status, null));
        }

        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The next that comes, or has come and was not asked for.</summary>
    public Task<Received> NextAsync() =>
        _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var received = new Received(http.Request.Path, headers, body.ToArray());
        var answer = Answers.Count > 1 && Answers.TryDequeue(out var next) ? next : Answers.TryPeek(out var last) ? last : (200, null);
        Meanwhile();
        All.Enqueue(received);
        await _arrivals.Writer.WriteAsync(received);
        if (answer.Status == 0)
        {
            var gone = new TaskCompletionSource();
            await using var end = http.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return;
        }

        http.Response.StatusCode = answer.Status;
        if (answer.Location is { } location)
        {
            http.Response.Headers.Location = location;
        }
    }
}
