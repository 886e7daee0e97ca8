namespace PeaceTracker.Domain.Changes;

/// <summary>An entry as it was known on a day.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="IsLive">Whether nothing took it out; a retraction itself never is.</param>
public readonly record struct KnownEntry(IEntry Entry, bool IsLive);
