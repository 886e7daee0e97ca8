using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Import;

namespace PeaceTracker.Web.Features.Import;

/// <summary>The words of an import.</summary>
public static class ImportWords
{
    /// <summary>What comes of the rows of a group.</summary>
    public static string Word(this IStringLocalizer<Text> l, ImportState state) => l[state switch
    {
        ImportState.Refused => "Can’t be imported",
        ImportState.New => "New",
        ImportState.Changed => "Changes what is on the board",
        ImportState.Left => "Differs from the board, and is left as it is",
        ImportState.Same => "Already there",
    }];

    /// <summary>Whether an import can be taken back.</summary>
    public static string Word(this IStringLocalizer<Text> l, Reversal reversal) => l[reversal switch
    {
        Reversal.Possible => "Can be taken back",
        Reversal.Done => "Taken back",
        Reversal.BuiltOn => "Can’t be taken back now: something else rests on it",
    }];

    /// <summary>Which of day and month stands first.</summary>
    public static string Word(this IStringLocalizer<Text> l, DayOrder order) => l[order switch
    {
        DayOrder.DayFirst => "The day, as in most countries",
        DayOrder.MonthFirst => "The month, as in the United States",
    }];
}
