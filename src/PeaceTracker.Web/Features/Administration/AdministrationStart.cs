using PeaceTracker.Web.Features.Accounts;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Administration;

/// <summary>The way in to administration.</summary>
public static class AdministrationStart
{
    /// <summary>Maps the address that leads to the first page of administration, for administrators alone.</summary>
    public static void MapAdministrationStart(this IEndpointRouteBuilder app) =>
        app.MapGet("/admin", () => Results.Redirect(Site.At("/admin/users"))).RequireAuthorization(Rights.Administer);
}
