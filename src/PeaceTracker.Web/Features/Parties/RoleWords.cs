using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Web.Features.Parties;

/// <summary>What the roles mean, in words.</summary>
public static class RoleWords
{
    /// <summary>What an actor of the role does.</summary>
    public static string Test(IStringLocalizer<Text> l, Role role) => l[role switch
    {
        Role.Principal => "Must agree, or the negotiation can’t conclude",
        Role.Mediator => "Brings the principals together",
        Role.Guarantor => "Guarantees that the agreement is kept",
        Role.Supporter => "Backs a principal or the talks",
        Role.Funder => "Pays, or will pay",
        Role.Observer => "Follows the talks",
    }];
}
