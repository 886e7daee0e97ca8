using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Shared;

/// <summary>A word of the board that is explained where it first stands on a page, and all together on the page of the method.</summary>
public enum Term
{
    /// <summary>What both sides say, or a text.</summary>
    OnRecord,
    /// <summary>What one side says.</summary>
    OneSided,
    /// <summary>A figure with what the unknown issues could add.</summary>
    Band,
    /// <summary>The share at narrowing or better.</summary>
    Moving,
    /// <summary>How much an issue weighs.</summary>
    Salience,
    /// <summary>An issue of the highest salience.</summary>
    Core,
    /// <summary>A pair without which nothing can be concluded.</summary>
    Required,
    /// <summary>What a pair does to an issue on which it is not agreed.</summary>
    Blocks,
    /// <summary>The required pair with the lowest share.</summary>
    WeakestPair,
    /// <summary>A limit that a party will not cross.</summary>
    RedLine,
    /// <summary>A fall from agreed.</summary>
    Reopened,
    /// <summary>Entries of one day that disagree.</summary>
    Contested,
    /// <summary>Evidence that is older than the limit.</summary>
    Stale,
    /// <summary>A claim that can be compared only roughly.</summary>
    Rough,
    /// <summary>How far a source can be relied on.</summary>
    Confidence,
}

/// <summary>What the terms mean, in a sentence or two.</summary>
public static class TermWords
{
    /// <summary>The word.</summary>
    public static string Word(this IStringLocalizer<Text> l, Term term) => l[term switch
    {
        Term.OnRecord => "on record",
        Term.OneSided => "one-sided",
        Term.Band => "band",
        Term.Moving => "moving",
        Term.Salience => "salience",
        Term.Core => "core issue",
        Term.Required => "required",
        Term.Blocks => "blocks",
        Term.WeakestPair => "weakest pair",
        Term.RedLine => "red line",
        Term.Reopened => "reopened",
        Term.Contested => "contested",
        Term.Stale => "stale",
        Term.Rough => "roughly comparable",
        Term.Confidence => "confidence",
    }];

    /// <summary>The word at the head of its meaning.</summary>
    public static string Heading(this IStringLocalizer<Text> l, Term term)
    {
        var word = l.Word(term);
        return char.ToUpper(word[0], CultureInfo.CurrentCulture) + word[1..];
    }

    /// <summary>Its meaning.</summary>
    public static string Meaning(this IStringLocalizer<Text> l, Term term) => l[term switch
    {
        Term.OnRecord => "Both sides say so, or an agreed text exists. One side’s word alone is not counted.",
        Term.OneSided => "One side or a third party says so, and the other has not confirmed it. It is hatched, and not counted as agreed.",
        Term.Band => "From the share as counted up to the share if every unknown issue were agreed.",
        Term.Moving => "Issues on which the gap is narrowing, or better. Agreed issues are among them.",
        Term.Salience => "How much depends on an issue, from 1 to 5, as the editors of this board judge it.",
        Term.Core => "An issue of salience 5, the highest: no settlement is likely without it.",
        Term.Required => "Nothing can be concluded unless these two parties agree. Required pairs decide the level of an issue.",
        Term.Blocks => "A pair blocks an issue that is judged over it until the two agree on it, in principle or better, on record.",
        Term.WeakestPair => "The required pair with the lowest agreed share. If several share it, they are level and none is the weakest.",
        Term.RedLine => "The party says that it will not move on this.",
        Term.Reopened => "It had been agreed in principle or better, and has fallen since.",
        Term.Contested => "Entries of the same day disagree. The lower level is shown until one of them is corrected.",
        Term.Stale => "The last evidence is older than the limit that this board sets.",
        Term.Rough => "Same parties and same threshold, but not certainly the same list of issues, so the gap is only a rough one.",
        Term.Confidence => "How far a piece of evidence can be relied on, by the Admiralty code: the source (A to F) and what it says in this " +
            "place (1 to 6). High is A or B with 1 or 2; low is D to F, or 4 to 6; the rest is medium.",
    }];

    /// <summary>The id of its meaning on the page of the method.</summary>
    public static string Anchor(this Term term) => "word-" + Id(term);

    /// <summary>The id of its note on the page where it stands.</summary>
    public static string NoteId(this Term term) => "term-" + Id(term);

    private static string Id(Term term) => term.ToString().ToLowerInvariant();
}
