using Microsoft.AspNetCore.Components;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Web.Reading;

/// <summary>One of the values of a filter.</summary>
/// <param name="Value">As the address writes it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Chosen">Whether it is asked for.</param>
/// <param name="Mark">A mark before the words; null for none.</param>
public sealed record FilterOption(string Value, string Text, bool Chosen, RenderFragment? Mark = null)
{
    /// <summary>
    /// The values that are offered, and behind them those that are asked for without being offered any more, so that they can be taken off.
    /// </summary>
    public static IReadOnlyList<FilterOption> Of(IEnumerable<string> offered, ChosenSet<string> chosen, Func<string, string> text) =>
        [.. offered.Union(chosen).Select(value => new FilterOption(value, text(value), chosen.Has(value)))];

    /// <summary>The same of values of a scale.</summary>
    public static IReadOnlyList<FilterOption> Of<T>(IEnumerable<T> offered, ChosenSet<T> chosen, Func<T, string> text) where T : struct, Enum =>
        [.. offered.Union(chosen).Select(value => new FilterOption(ScaleWord.Of(value), text(value), chosen.Has(value)))];
}
