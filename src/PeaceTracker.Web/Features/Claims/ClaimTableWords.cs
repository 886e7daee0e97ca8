using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Claims;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>The words of the table of claims.</summary>
public static class ClaimTableWords
{
    /// <summary>The name of a column that orders the claims.</summary>
    public static string Word(this IStringLocalizer<Text> l, ClaimSort sort) => l[sort switch
    {
        ClaimSort.Date => "Said on",
        ClaimSort.Claimant => "Claimant",
        ClaimSort.Figure => "Figure",
        ClaimSort.Computed => "Computed that day",
        ClaimSort.Gap => "Gap, points",
        ClaimSort.Comparability => "Match",
    }];

    /// <summary>Between whom, where there is room for little: "Veltrania–Élorie", "all parties".</summary>
    public static string Between(this IStringLocalizer<Text> l, Claim claim, Board board) => claim.Scope switch
    {
        ClaimScope.Dyad when claim.DyadKey is { } key => board.DyadName(board.Dyads[key]),
        ClaimScope.WholeBoard => l["all parties"],
        ClaimScope.Dyad or ClaimScope.Issues or ClaimScope.Draft or ClaimScope.Other => l.ClaimAbout(claim, board),
    };
}
