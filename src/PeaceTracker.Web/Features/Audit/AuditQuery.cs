using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Audit;

/// <summary>What an address asks of the audit, and what could be asked.</summary>
/// <param name="Filter">Which entries.</param>
/// <param name="Page">Which page of them, from 1.</param>
/// <param name="Kinds">The kinds that occur.</param>
/// <param name="Negotiations">The negotiations.</param>
public sealed record AuditQuery(AuditFilter Filter, int Page, IReadOnlyList<string> Kinds, IReadOnlyList<Negotiation> Negotiations)
{
    /// <summary>Entries a page.</summary>
    public const int PageSize = 50;

    /// <summary>The last page that is shown: what lies deeper is found by days.</summary>
    public const int LastPage = 200;

    /// <summary>The page's path within the site.</summary>
    public const string Path = "/admin/audit";

    /// <summary>The page's address, without filters.</summary>
    public static string Place => Site.At(Path);

    private const string Changes = "changes", Security = "security";

    /// <summary>The filters as the address has them; null where one is not set.</summary>
    public IReadOnlyList<(string Name, string? Value)> Values =>
    [
        ("what", Filter.Part switch { AuditPart.Changes => Changes, AuditPart.Security => Security, AuditPart.All => null }),
        ("kind", Filter.Kinds.Text()), ("who", Filter.Who), ("negotiation", Filter.Slugs.Text()),
        ("from", BoardAddress.Format(Filter.First)), ("to", BoardAddress.Format(Filter.Last)),
    ];

    /// <summary>Whether anything is filtered.</summary>
    public bool Narrows => Values.Any(v => v.Value is not null);

    /// <summary>The address of these entries as a page, or as a file with that ending.</summary>
    public string Address(int page = 1, string? ending = null) =>
        AddressValues.Written(ending is null ? Place : $"{Place}.{ending}", [.. Values, ListPage.Value(page)]);

    /// <summary>Reads what an address asks.</summary>
    public static async Task<AuditQuery> ReadAsync(
        AddressValues values, AuditReader audit, BoardReader boards, CancellationToken cancellationToken)
    {
        var l = values.L;
        var kinds = await audit.KindsAsync(cancellationToken);
        var negotiations = await boards.ListAsync(cancellationToken);
        var filter = new AuditFilter(
            values.OneOf("what", [Changes, Security]) switch { Changes => AuditPart.Changes, Security => AuditPart.Security, _ => AuditPart.All },
            values.Text("who"), values.Filters("kind", kinds, kind => l["No entry of the kind “{0}” has been made.", kind]),
            values.Filters("negotiation", negotiations.Select(n => n.Slug), slug => l["There is no negotiation “{0}” now.", slug]),
            values.Date("from"), values.Date("to"));
        if (filter.First > filter.Last)
        {
            values.Refuse(l["The first day, {0}, is after the last, {1}. Swap them.", l.Date(filter.First.Value), l.Date(filter.Last.Value)]);
        }

        var page = values.Page();
        if (page > LastPage)
        {
            values.Refuse(l["The list shows the newest {0} entries. To find older ones, set the last day.", LastPage * PageSize]);
        }

        return new AuditQuery(filter, page, kinds, negotiations);
    }
}
