using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Tests.Editing;

public sealed class PageTurnTests : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly List<Exception> _dispatched = [];

    public void Dispose() => _left.Dispose();

    [Fact]
    public void Take_WorkThatFails_GoesToTheRenderer()
    {
        var fault = new InvalidOperationException("No store.");

        Take(() => Task.FromException(fault));
        Take(() => throw fault);

        Assert.Equal([fault, fault], _dispatched);
    }

    [Fact]
    public void Take_PageThatWasLeft_DoesNothing()
    {
        var done = false;
        _left.Cancel();

        Take(() =>
        {
            done = true;
            return Task.CompletedTask;
        });

        Assert.False(done);
    }

    [Fact]
    public void Take_PageLeftWhileItWorks_DisturbsNobody()
    {
        var reading = new TaskCompletionSource();
        Take(() => reading.Task);

        _left.Cancel();
        reading.SetException(new ObjectDisposedException("the page"));

        Assert.Empty(_dispatched);
    }

    private void Take(Func<Task> work) => PageTurn.Take(
        turn => turn(),
        fault =>
        {
            _dispatched.Add(fault);
            return Task.CompletedTask;
        },
        work,
        _left.Token);
}
