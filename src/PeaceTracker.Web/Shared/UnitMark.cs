using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Web.Shared;

/// <summary>One issue as a mark of the unit chart.</summary>
/// <param name="Title">The issue's title.</param>
/// <param name="Href">Where the mark leads.</param>
/// <param name="Level">The level shown.</param>
/// <param name="Claimed">Whether that rests on one side's word.</param>
public sealed record UnitMark(string Title, string Href, Level Level, bool Claimed = false);
