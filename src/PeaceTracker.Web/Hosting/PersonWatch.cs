using System.Security.Claims;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Features.SigningIn;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Watches over an answer that stays open: it ends when the session that asked for it ends or what its account may do has changed. Whoever still
/// may asks again.
/// </summary>
public sealed class PersonWatch : IDisposable
{
    private readonly CancellationTokenSource _end;
    private readonly AccountBus _bus;
    private readonly string? _accountId;
    private readonly string? _session;
    private readonly ITimer? _timer;

    /// <summary>Watches over the person of a request, and over the line to them.</summary>
    public PersonWatch(HttpContext http)
    {
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        _bus = http.RequestServices.GetRequiredService<AccountBus>();
        _end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        Ended = _end.Token;
        (_accountId, _session) = (http.User.FindFirstValue(ClaimTypes.NameIdentifier), Session.IdOf(http.User));
        if (_accountId is not null)
        {
            _bus.Moved += OnMoved;
            _bus.SessionEnded += OnSessionEnded;
        }

        if (Session.EndOf(http.User) is { } at)
        {
            var left = at - clock.GetUtcNow();
            _timer = clock.CreateTimer(_ => End(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Cancelled when the answer has to end, or the reader has left.</summary>
    public CancellationToken Ended { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _bus.Moved -= OnMoved;
        _bus.SessionEnded -= OnSessionEnded;
        _timer?.Dispose();
        lock (_end)
        {
            _end.Dispose();
        }
    }

    private void OnMoved(string accountId)
    {
        if (accountId == _accountId)
        {
            End();
        }
    }

    private void OnSessionEnded(string session)
    {
        if (session == _session)
        {
            End();
        }
    }

    // On the thread of whoever made the change, or a clock's: what hangs on the token must not run there.
    private void End()
    {
        lock (_end)
        {
            if (!_end.IsCancellationRequested)
            {
                _end.CancelAfter(TimeSpan.Zero);
            }
        }
    }
}
