using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Editing;

/// <summary>Since when something that was judged otherwise in a form holds.</summary>
public enum JudgementSince
{
    /// <summary>The world changed: it holds from a day on, and dates before keep what held until then.</summary>
    ADay,
    /// <summary>Our record was wrong: it was always so.</summary>
    Always,
}

/// <summary>
/// Since when what was judged otherwise holds, while it is typed: a part of the form of every <see cref="IJudged{TSelf}"/>, asked for only
/// where such a judgement is not the one that the form was opened with.
/// </summary>
public sealed class JudgementForm
{
    /// <summary>From a day on, or always; null until it is chosen.</summary>
    public JudgementSince? Since { get; set; }

    /// <summary>The day from which it holds.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>What was wrong, where it was always so or the day of an earlier change is corrected.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The days of earlier changes as they should have been entered, by the day that stands there; null while none is given.</summary>
    public Dictionary<DateOnly, DateOnly?> Corrected { get; set; } = [];

    /// <summary>The day of an earlier change, as it is corrected where it is.</summary>
    public DateOnly? DayOf(IEarlier earlier) => Corrected.GetValueOrDefault(earlier.Until, earlier.Until);

    /// <summary>Whether the day of one of these changes is corrected.</summary>
    public bool CorrectsDays(IEnumerable<IEarlier> earlier) => earlier.Any(e => DayOf(e) != e.Until);

    /// <summary>Whether a row is judged otherwise than what its form was opened with, so that it has to be said since when.</summary>
    public static bool IsAsked<T>(T? original, T row) where T : class =>
        original is not null && row is IJudged<T> judged && !judged.IsJudgedAs(original);

    /// <summary>The field of the day, for a row with so many earlier judgements.</summary>
    public static string DayPath(int earlier) => $"earlier[{earlier}].until";

    /// <summary>
    /// The row with what held before, where something is judged otherwise from a day on, and with the days of earlier changes as they are
    /// corrected; what is missing is told to <paramref name="check"/>.
    /// </summary>
    public T ToRow<T>(FormCheck check, T? original, T row) where T : class
    {
        if (original is not IJudged<T> { Earlier: var earlier } before)
        {
            return row;
        }

        if (CorrectsDays(earlier))
        {
            IReadOnlyList<DateOnly> days = [.. earlier.Select((e, i) => check.Need(DayPath(i), DayOf(e), "Give the day from which it applies."))];
            (original, row) = (before.DatedEarlier(days), ((IJudged<T>)row).DatedEarlier(days));
        }

        var asked = IsAsked(original, row);
        if (CorrectsDays(earlier) || (asked && Since == JudgementSince.Always))
        {
            check.Need("reason", Reason, "Say in one sentence what was wrong.");
        }

        return asked ? Judged(check, original, row, earlier.Count) : row;
    }

    private T Judged<T>(FormCheck check, T original, T row, int earlier) where T : class
    {
        switch (Since)
        {
            case JudgementSince.ADay:
                return ((IJudged<T>)row).JudgedFrom(check.Need(DayPath(earlier), Day, "Give the day from which it applies."), original);
            case JudgementSince.Always:
                return row;
            case null:
                check.Add("judgement", "Say from which day it applies, or that it was always so.");
                return row;
        }

        return row;
    }

    /// <summary>What was wrong, where the row corrects a judgement or the day of an earlier change; null otherwise.</summary>
    public string? Correction<T>(T? original, T row) where T : class =>
        (Since == JudgementSince.Always && IsAsked(original, row)) || (original is IJudged<T> before && CorrectsDays(before.Earlier))
            ? FormCheck.Optional(Reason)
            : null;
}
