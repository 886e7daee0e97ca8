using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>What there is to do, in words.</summary>
public static class ToDoWords
{
    /// <summary>Why something waits.</summary>
    public static string Word(this IStringLocalizer<Text> l, ToDoKind kind) => l[kind switch
    {
        ToDoKind.Approve => "Waits for your approval",
        ToDoKind.Returned => "Returned to you",
        ToDoKind.Mentioned => "Addressed to you",
        ToDoKind.Unfinished => "Yours, not on the board yet",
        ToDoKind.Begun => "Forms you began",
        ToDoKind.RoundNotRecorded => "Round without an outcome",
        ToDoKind.OfferLapses => "Offer about to lapse",
        ToDoKind.DraftNotSeen => "Draft not seen by a party",
        ToDoKind.Contested => "Issue on which entries of one day disagree",
        ToDoKind.Stale => "Issue without recent evidence",
    }];
}
