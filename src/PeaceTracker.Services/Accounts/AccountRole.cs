using System.Security.Claims;

namespace PeaceTracker.Services.Accounts;

/// <summary>What a person may do; each role may do all that those before it may.</summary>
public enum AccountRole
{
    /// <summary>Read, where reading is not public.</summary>
    Viewer,
    /// <summary>Record and edit what is on the board.</summary>
    Editor,
    /// <summary>Approve or return what an editor submitted.</summary>
    Manager,
    /// <summary>Invite people, change their roles, see the audit.</summary>
    Administrator,
}

/// <summary>What roles are called where they are text, in sessions and at the command line, and which of them has another's rights.</summary>
public static class AccountRoles
{
    /// <summary>The name of a role in a session, in the store and at the command line.</summary>
    public static string Name(this AccountRole role) => role.ToString();

    /// <summary>The role of that name, in capitals or not; null where there is none.</summary>
    public static AccountRole? Find(string? name) =>
        Enum.GetValues<AccountRole>().Where(role => string.Equals(role.Name(), name, StringComparison.OrdinalIgnoreCase))
            .Select(role => (AccountRole?)role).FirstOrDefault();

    /// <summary>The names of all roles that have at least the rights of one.</summary>
    public static string[] AtLeast(AccountRole least) => [.. Enum.GetValues<AccountRole>().Where(role => role >= least).Select(Name)];

    /// <summary>Whether somebody's session has exactly this role.</summary>
    public static bool Has(this ClaimsPrincipal person, AccountRole role) => person.IsInRole(role.Name());

    /// <summary>Whether somebody is signed in with at least the rights of a role.</summary>
    public static bool IsAtLeast(this ClaimsPrincipal person, AccountRole least) =>
        person.Identity?.IsAuthenticated == true && AtLeast(least).Any(person.IsInRole);
}
