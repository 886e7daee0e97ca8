using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Features.Accounts;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Audit;

/// <summary>The audit as files, under the page's address with the ending of the format, and with the same filters.</summary>
public static class AuditFiles
{
    /// <summary>Maps the files, for administrators alone.</summary>
    public static void MapAuditFiles(this IEndpointRouteBuilder app)
    {
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
                    return format.Unkept(
                        http, AuditExport.Of(entries, total, query.Values, now, seenAt),
                        $"audit-{BoardAddress.Format(DateOnly.FromDateTime(now))}.{format.Ending}");
                }).RequireAuthorization(Rights.Administer);
        }
    }
}
