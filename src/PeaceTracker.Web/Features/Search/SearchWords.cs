using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Web.Features.Search;

/// <summary>Kinds of what is found, in words.</summary>
public static class SearchWords
{
    /// <summary>The heading above the hits of a kind.</summary>
    public static string Word(IStringLocalizer<Text> l, SearchKind kind) => l[kind switch
    {
        SearchKind.Issue => "Issues",
        SearchKind.Party => "Parties",
        SearchKind.Person => "People",
        SearchKind.WorkingGroup => "Working groups",
        SearchKind.Round => "Rounds",
        SearchKind.Draft => "Drafts",
        SearchKind.Offer => "Offers",
        SearchKind.Claim => "Claims",
        SearchKind.Source => "Sources",
        SearchKind.Other => "Other",
    }];
}
