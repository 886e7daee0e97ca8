using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Parties;

/// <summary>Recorded positions in words.</summary>
public static class PositionWords
{
    /// <summary>The stance; that a source gives a position without one is said, because it is not the same as having no position.</summary>
    public static string Stance(IStringLocalizer<Text> l, Position position) =>
        position.Stance is { } stance ? l.Word(stance) : l["stance not stated"];
}
