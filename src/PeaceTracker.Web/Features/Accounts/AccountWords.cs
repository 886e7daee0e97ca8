using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Web.Features.Accounts;

/// <summary>Roles in words.</summary>
public static class AccountWords
{
    /// <summary>What a role is called.</summary>
    public static string Role(IStringLocalizer<Text> L, AccountRole role) => role switch
    {
        AccountRole.Viewer => L["Viewer"],
        AccountRole.Editor => L["Editor"],
        AccountRole.Manager => L["Manager"],
        AccountRole.Administrator => L["Administrator"],
    };

    /// <summary>What a role may do.</summary>
    public static string RoleRights(IStringLocalizer<Text> L, AccountRole role) => role switch
    {
        AccountRole.Viewer => L["reads the board"],
        AccountRole.Editor => L["reads, records and edits"],
        AccountRole.Manager => L["reads, edits, and approves what editors submit"],
        AccountRole.Administrator => L["reads, edits, approves, invites people and gives them their roles"],
    };

    /// <summary>"Editor: reads, records and edits".</summary>
    public static string RoleWithRights(IStringLocalizer<Text> L, AccountRole role) => L["{0}: {1}", Role(L, role), RoleRights(L, role)];
}
