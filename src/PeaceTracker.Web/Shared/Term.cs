using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Shared;

/// <summary>A word of the board that is explained where it first stands on a page.</summary>
public enum Term
{
    /// <summary>What both sides say, or a text.</summary>
    OnRecord,
    /// <summary>How much an issue weighs.</summary>
    Salience,
    /// <summary>What one side says.</summary>
    OneSided,
}

/// <summary>What the terms mean, in a sentence.</summary>
public static class TermWords
{
    /// <summary>The word.</summary>
    public static string Word(this IStringLocalizer<Text> l, Term term) => l[term switch
    {
        Term.OnRecord => "on record",
        Term.Salience => "Salience",
        Term.OneSided => "one-sided",
    }];

    /// <summary>Its meaning.</summary>
    public static string Meaning(this IStringLocalizer<Text> l, Term term) => l[term switch
    {
        Term.OnRecord => "On record: both sides say so, or an agreed text exists. One side’s word alone is not counted.",
        Term.Salience => "Salience: how much hangs on an issue, from 1 to 5, as the editors of this board judge it.",
        Term.OneSided => "One-sided: one side or a third party says so, and the other has not confirmed it. Hatched, and not counted as agreed.",
    }];
}
