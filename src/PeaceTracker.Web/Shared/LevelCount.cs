using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Web.Shared;

/// <summary>How many issues stand at a level.</summary>
public sealed record LevelCount(Level Level, int Count);

/// <summary>One issue as a mark of the unit chart.</summary>
public sealed record UnitMark(string Title, string Href, Level Level, bool Claimed = false);
