using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Web.Shared;

/// <summary>The stylesheet's names for the levels, and the order in which charts show them.</summary>
public static class LevelStyle
{
    /// <summary>From the most agreed to the least, then those outside the order.</summary>
    public static IList<Level> ChartOrder { get; } = Array.AsReadOnly<Level>(
    [
        Level.Concluded, Level.TextAgreed, Level.AgreedInPrinciple, Level.Narrowing, Level.Disputed, Level.NotDiscussed,
        Level.Deferred, Level.Unknown, Level.NotApplicable,
    ]);

    /// <summary>The classes of a level that may rest on one side's word.</summary>
    public static string Of(Level level, bool oneSided) => oneSided && CanBeOneSided(level) ? $"{Of(level)} one-sided" : Of(level);

    /// <summary>The id under which a page has the mark of a level.</summary>
    public static string Mark(Level level, bool oneSided) => $"mark-{Of(level)}{(oneSided && CanBeOneSided(level) ? "-one-sided" : "")}";

    /// <summary>Whether a level can be hatched: where nothing is known, or nothing concerns the two, nobody has given his word for it.</summary>
    public static bool CanBeOneSided(Level level) => level is not (Level.Unknown or Level.NotApplicable);

    /// <summary>The class that gives an element the level's colour.</summary>
    public static string Of(Level level) => level switch
    {
        Level.NotDiscussed => "lv-none",
        Level.Disputed => "lv-disputed",
        Level.Narrowing => "lv-narrowing",
        Level.AgreedInPrinciple => "lv-principle",
        Level.TextAgreed => "lv-text",
        Level.Concluded => "lv-concluded",
        Level.Deferred => "lv-deferred",
        Level.NotApplicable => "lv-na",
        Level.Unknown => "lv-unknown",
    };
}
