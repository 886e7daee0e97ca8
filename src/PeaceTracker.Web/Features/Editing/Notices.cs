namespace PeaceTracker.Web.Features.Editing;

/// <summary>
/// Short words at the edge of a page that is alive: "Saved." They go by themselves, so that nothing is said here alone.
/// (The component library's own ones write style elements, which the page's policy refuses.)
/// </summary>
public sealed class Notices
{
    /// <summary>Raised with each notice; an empty one takes the last away.</summary>
    internal event Action<string>? Said;

    /// <summary>Says it. The last one is replaced.</summary>
    public void Say(string words) => Said?.Invoke(words);
}
