namespace PeaceTracker.Domain.Changes;

/// <summary>By what a search finds a row.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Texts">What else is said about it; null and empty texts count for nothing.</param>
public sealed record Findable(string Title, IReadOnlyList<string?> Texts);
