using System.Globalization;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Import;

/// <summary>What a field of a row is, for whoever maps a column to it.</summary>
public enum FieldContent
{
    /// <summary>A text.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A day, or a week or month where no more is known.</summary>
    Day,
    /// <summary>Yes or no.</summary>
    Truth,
    /// <summary>A word of a scale.</summary>
    Word,
    /// <summary>The name or key of something on the board.</summary>
    OnBoard,
}

/// <summary>One field of the rows that a table can hold.</summary>
/// <param name="Name">Its name, as our own files head the column.</param>
/// <param name="Label">What it is called, for people.</param>
/// <param name="Content">What it is.</param>
/// <param name="Synonyms">Other headings that such a column has.</param>
public sealed record ImportField(string Name, string Label, FieldContent Content, params IReadOnlyList<string> Synonyms)
{
    /// <summary>Whether a row can't be without it.</summary>
    public bool Needed { get; init; }

    /// <summary>The fields of the form and of the rules for which it stands, without the places in lists: "citations.locator".</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What it can be, where that is a list; asked for with the names on the board.</summary>
    public Func<BoardNames, IReadOnlyList<ImportChoice>>? Choices { get; init; }

    /// <summary>The value that a cell means, a word of a scale or a key; null where it means none. Null where a cell is taken as it is.</summary>
    internal Func<BoardNames, string, string?>? Meaning { get; init; }

    /// <summary>All headings by which it is known, folded.</summary>
    internal IEnumerable<string> Headings => Synonyms.Prepend(Label).Prepend(Name).Select(Heading.Fold).Distinct();
}

/// <summary>One value that a field can have.</summary>
/// <param name="Value">The value: a word of a scale, or a key.</param>
/// <param name="Label">What it is called, for people.</param>
public sealed record ImportChoice(string Value, string Label);

/// <summary>Headings and values as they are compared.</summary>
internal static class Heading
{
    /// <summary>A text without case, accents, colons, brackets and the like: "Importance (1–5):" is "importance 1 5".</summary>
    public static string Fold(string text) => string.Join(' ', new string([.. SearchText.Fold(text).Select(c => IsLetter(c) ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;
}
