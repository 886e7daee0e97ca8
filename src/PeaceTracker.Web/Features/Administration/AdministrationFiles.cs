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
        foreach (var (ending, type, write) in BoardFiles.Formats)
        {
            app.MapGet(
                $"{AuditQuery.Path}.{ending}",
                async (HttpContext http, AuditReader audit, BoardReader boards, TimeProvider clock, IStringLocalizer<Text> l, CancellationToken cancellationToken) =>
                {
                    http.Response.Headers.CacheControl = "no-store";
                    var (query, refusal) = await AuditQuery.ReadAsync(name => http.Request.Query[name], audit, boards, l, cancellationToken);
                    if (query is null)
                    {
                        return Results.Text(refusal, "text/plain", statusCode: StatusCodes.Status400BadRequest);
                    }

                    var (entries, total) = await audit.ReadAsync(query.Filter, 0, AuditExport.Most, cancellationToken);
                    var now = clock.GetUtcNow().UtcDateTime;
                    var table = AuditExport.Of(entries, total, query.Values, now, BoardFiles.Absolute(http.Request, query.Address()));
                    return Results.File(write(table), type, $"audit-{BoardAddress.Format(DateOnly.FromDateTime(now))}.{ending}");
                }).RequireAuthorization(Rights.Administer);
        }
    }
}
