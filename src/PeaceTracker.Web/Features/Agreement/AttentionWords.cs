using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Features.Agreement;

/// <summary>Reasons for attention in words.</summary>
public static class AttentionWords
{
    /// <summary>The heading above what needs attention for a reason.</summary>
    public static string Word(IStringLocalizer<Text> l, AttentionReason reason) => l[reason switch
    {
        AttentionReason.Contested => "Contested issues",
        AttentionReason.OfferLapses => "Offers about to lapse",
        AttentionReason.DraftNotSeen => "Drafts that a required party has not seen",
        AttentionReason.RoundNotRecorded => "Rounds whose outcome is not recorded",
        AttentionReason.Stale => "Stale issues",
    }];
}
