using Microsoft.AspNetCore.Components;

namespace PeaceTracker.Web.Reading;

/// <summary>One of the values of a filter.</summary>
/// <param name="Value">As the address writes it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Chosen">Whether it is asked for.</param>
/// <param name="Mark">A mark before the words; null for none.</param>
public sealed record FilterOption(string Value, string Text, bool Chosen, RenderFragment? Mark = null);
