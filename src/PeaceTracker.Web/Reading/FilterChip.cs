namespace PeaceTracker.Web.Reading;

/// <summary>A filter that is set, with the way to take it off.</summary>
/// <param name="Words">What it asks for.</param>
/// <param name="Href">The address of the list without it.</param>
public sealed record FilterChip(string Words, string Href);
