using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The claim that stands beside the computed share: the one that an editor chose, else the newest with a figure about the whole or a required
/// pair in the agreed sense. Never one about issues or a document.
/// </summary>
/// <param name="Claim">The claim, as it stands on the board's date.</param>
/// <param name="Choice">The choice by which it stands there; null where nobody chose.</param>
public sealed record HeadlineClaim(Claim Claim, HeadlineChoice? Choice)
{
    /// <summary>
    /// The headline claim of a board; null where no claim is such. Of the choices known the newest decides whose claim was made by the date and
    /// still stands; one for the usual claim ends the search.
    /// </summary>
    public static HeadlineClaim? Of(BoardSnapshot at)
    {
        foreach (var choice in at.HeadlineChoices)
        {
            if (choice.ClaimKey is null)
            {
                break;
            }

            if (at.ClaimInPlaceOf(choice.ClaimKey) is { } chosen && MayBe(chosen))
            {
                return new HeadlineClaim(chosen, choice);
            }
        }

        return Usual(at) is { } claim ? new HeadlineClaim(claim, null) : null;
    }

    /// <summary>Whether a claim can be chosen: it names a figure, and speaks of no part.</summary>
    public static bool MayBe(Claim claim) => claim.HasFigure && !claim.IsOfPart;

    /// <summary>The claim that heads the board where nobody chose: the newest about the whole or a required pair in the agreed sense; null where
    /// there is none.</summary>
    public static Claim? Usual(BoardSnapshot at) => at.Claims.FirstOrDefault(claim =>
        MayBe(claim) && claim.Threshold == ClaimThreshold.Agreed && IsOfWholeOrRequired(claim, at));

    private static bool IsOfWholeOrRequired(Claim claim, BoardSnapshot at) => claim.Scope switch
    {
        ClaimScope.WholeBoard => true,
        ClaimScope.Dyad => claim.DyadKey is { } key && at.Dyad(key) is { Dyad.Required: true },
        ClaimScope.Issues or ClaimScope.Draft or ClaimScope.Other => false,
    };
}
