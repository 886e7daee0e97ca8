using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>The places on the two ladders in words.</summary>
public static class SlopeWords
{
    /// <summary>The name of a place.</summary>
    public static string Place(this IStringLocalizer<Text> l, LadderPlace place) => place switch
    {
        LadderPlace.Concluded => l.Word(Level.Concluded),
        LadderPlace.TextAgreed => l.Word(Level.TextAgreed),
        LadderPlace.AgreedInPrinciple => l["In principle"],
        LadderPlace.OneSided => l["Agreed, one-sided"],
        LadderPlace.Narrowing => l.Word(Level.Narrowing),
        LadderPlace.Disputed => l.Word(Level.Disputed),
        LadderPlace.NotDiscussed => l.Word(Level.NotDiscussed),
        LadderPlace.Deferred => l.Word(Level.Deferred),
        LadderPlace.Unknown => l.Word(Level.Unknown),
    };
}
