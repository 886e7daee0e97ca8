namespace PeaceTracker.Services.Data;

/// <summary>Whether the program has made its first page. What nobody waits for begins after that, and holds no first reader up.</summary>
public sealed class FirstPageMade
{
    private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it was made, or could not be asked for.</summary>
    public bool IsMade => _made.Task.IsCompleted;

    /// <summary>Says that it was made.</summary>
    public void Say() => _made.TrySetResult();

    /// <summary>Waits until it was made.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _made.Task.WaitAsync(cancellationToken);
}
