namespace PeaceTracker.Web.Features.Editing;

/// <summary>
/// Work that nobody on the page asked for and nobody waits for: the board has moved, a clock has struck. It is done in the page's own turn.
/// A page that was left meanwhile does nothing; a fault goes to the renderer, which treats it as one of the page's own events.
/// </summary>
public static class PageTurn
{
    /// <summary>Takes the work on and returns at once.</summary>
    /// <param name="invoke">The component's <c>InvokeAsync</c>.</param>
    /// <param name="dispatch">The component's <c>DispatchExceptionAsync</c>.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="left">Cancelled when the page is left.</param>
    public static void Take(Func<Func<Task>, Task> invoke, Func<Exception, Task> dispatch, Func<Task> work, CancellationToken left) =>
        _ = TakeAsync(invoke, dispatch, work, left);

    // Ends without a fault, whatever happens: nobody looks at the task.
    private static async Task TakeAsync(Func<Func<Task>, Task> invoke, Func<Exception, Task> dispatch, Func<Task> work, CancellationToken left)
    {
        try
        {
            await invoke(() => left.IsCancellationRequested ? Task.CompletedTask : work());
        }
        catch (Exception) when (left.IsCancellationRequested)
        {
            // The page was left meanwhile: what it read was taken from it, and nobody would see a message.
        }
        catch (Exception fault)
        {
            await dispatch(fault);
        }
    }
}
