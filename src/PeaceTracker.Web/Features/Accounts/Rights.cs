using Microsoft.AspNetCore.Authorization;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Web.Features.Accounts;

/// <summary>The rights that pages ask for; each role has those of the roles before it.</summary>
public static class Rights
{
    /// <summary>Record and edit: editors, managers, administrators.</summary>
    public const string Edit = "Edit";

    /// <summary>Approve what was submitted: managers, administrators.</summary>
    public const string Approve = "Approve";

    /// <summary>Invite people, change roles, see the audit: administrators.</summary>
    public const string Administer = "Administer";

    /// <summary>Says which role each right needs.</summary>
    public static AuthorizationBuilder AddRights(this AuthorizationBuilder rights) => rights
        .AddPolicy(Edit, policy => policy.RequireRole(AccountRoles.AtLeast(AccountRole.Editor)))
        .AddPolicy(Approve, policy => policy.RequireRole(AccountRoles.AtLeast(AccountRole.Manager)))
        .AddPolicy(Administer, policy => policy.RequireRole(AccountRoles.AtLeast(AccountRole.Administrator)));

    /// <summary>
    /// Asks for the right to edit or to administer by the address alone: no page under it can forget to. A circuit is only for those who may edit.
    /// </summary>
    public static RazorComponentsEndpointConventionBuilder RequireRights(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.Add(endpoint =>
        {
            var path = (endpoint as RouteEndpointBuilder)?.RoutePattern.RawText?.TrimStart('/').Split('/') ?? [];
            if (path is ["admin", ..])
                endpoint.Metadata.Add(new AuthorizeAttribute(Administer));
            else if (path is ["new-negotiation"] or ["negotiations", _, "edit", "negotiation" or "publication"])
                endpoint.Metadata.Add(new AuthorizeAttribute(Approve));
            else if (path is ["negotiations", _, "edit", ..] or ["to-do"] or ["_blazor", ..])
                endpoint.Metadata.Add(new AuthorizeAttribute(Edit));
        });
        return pages;
    }
}
