namespace PeaceTracker.Web.Shared.Charts;

/// <summary>
/// On which screens a span of time has no room for its words. There it stands without them, and a line under its lane says them in its order.
/// </summary>
public static class SpanRoom
{
    // A letter and what stands round the words, in pixels, on the safe side.
    private const double Letter = 7.2, Around = 14;

    // The narrowest plot of each form, in pixels, with the class of what is too tight in it.
    private static readonly (string Class, double Plot)[] Forms = [("tight-narrow", 190), ("tight-middle", 400), ("tight-broad", 720)];

    /// <summary>The classes of the forms in which a span that takes so many percent of the width is too short for its words.</summary>
    public static string Tight(string words, double width) =>
        string.Join(' ', Forms.Where(form => (words.Length * Letter) + Around > form.Plot * width / 100).Select(form => form.Class));

    /// <summary>The classes of the forms in which one of several spans is too short.</summary>
    public static string Tight(IEnumerable<(string Words, double Width)> spans) =>
        string.Join(' ', spans.SelectMany(span => Tight(span.Words, span.Width).Split(' ')).Distinct());
}
