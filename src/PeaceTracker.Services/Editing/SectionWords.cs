using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>The words by which changes name the rows of a section.</summary>
internal static class SectionWords
{
    /// <summary>At the beginning of a sentence: "Working group".</summary>
    public static string Capital(this RecordSection section) => char.ToUpperInvariant(section.Noun[0]) + section.Noun[1..];

    /// <summary>In the kind of a change: "working-group".</summary>
    public static string Kebab(this RecordSection section) => section.Noun.Replace(' ', '-');
}
