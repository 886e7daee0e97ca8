using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Web.Features.Claims;

/// <summary>Of what and between whom a claim speaks, in words.</summary>
public static class ClaimScopeText
{
    /// <summary>"Of the issues, between Ukraine and Russia".</summary>
    public static string Of(IStringLocalizer<Text> l, Claim claim, Board board) => l["Of {0}, {1}", claim.OfWhat, Between(l, claim, board)];

    /// <summary>"between Ukraine and Russia".</summary>
    public static string Between(IStringLocalizer<Text> l, Claim claim, Board board) => claim.Scope switch
    {
        ClaimScope.Dyad when claim.DyadKey is { } key => Between(l, key, board),
        ClaimScope.WholeBoard => l["among all parties"],
        ClaimScope.Dyad or ClaimScope.Other => claim.ScopeNote ?? l["of a scope that the board does not track"],
    };

    /// <summary>"between Ukraine and Russia", for a dyad.</summary>
    public static string Between(IStringLocalizer<Text> l, string dyadKey, Board board)
    {
        var dyad = board.Dyads[dyadKey];
        return l["between {0} and {1}", board.Parties[dyad.FirstPartyKey].Name, board.Parties[dyad.SecondPartyKey].Name];
    }
}
