using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Hosting;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Administration;

/// <summary>The audit as files, under the page's address with the ending of the format, and with the same filters; and the way in.</summary>
public static class AdministrationFiles
{
    /// <summary>Maps the files, for administrators alone.</summary>
    public static void MapAdministrationFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/admin", () => Results.Redirect("/admin/users")).RequireAuthorization(Rights.Administer);
        foreach (var format in FileFormat.All)
        {
            app.MapGet(
                $"{AuditQuery.Path}.{format.Ending}",
                async (
                    HttpContext http, AuditReader audit, BoardReader boards, TimeProvider clock, IStringLocalizer<Text> l,
                    CancellationToken cancellationToken) =>
                {
                    http.Response.Headers.CacheControl = "no-store";
                    var values = AddressValues.Of(http.Request, l);
                    var query = await AuditQuery.ReadAsync(values, audit, boards, cancellationToken);
                    if (values.Refusal is { } refusal)
                    {
                        return FileFormat.Refused(refusal);
                    }

                    var (entries, total) = await audit.ReadAsync(query.Filter, 0, AuditExport.Most, cancellationToken);
                    var now = clock.GetUtcNow().UtcDateTime;
                    var seenAt = FileFormat.Absolute(http.Request, query.Address());
                    return format.File(
                        AuditExport.Of(entries, total, query.Values, now, seenAt),
                        $"audit-{BoardAddress.Format(DateOnly.FromDateTime(now))}.{format.Ending}");
                }).RequireAuthorization(Rights.Administer);
        }
    }
}
