using System.Security.Claims;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Web.Reading;

/// <summary>Who sees a board: readers once it is published, those who edit in any case. For everybody else it is not there.</summary>
public static class BoardAccess
{
    /// <summary>Whether somebody sees a board.</summary>
    public static bool MaySee(this ClaimsPrincipal? reader, bool isPublished) => isPublished || reader?.IsAtLeast(AccountRole.Editor) == true;
}
