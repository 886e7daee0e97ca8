using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Search;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Search;

/// <summary>A way that the palette offers.</summary>
/// <param name="Kind">What kind of way it is, in words.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Href">Where it leads.</param>
public sealed record PaletteWay(string Kind, string Name, string Href);

/// <summary>
/// Where one can go from any page of a board by a few letters: what the search finds by its title, and for those who edit the forms that are open
/// to them. The script (js/palette.js) asks for it; without it search, tabs and the Edit page lead to the same places.
/// </summary>
public static class Palette
{
    private const int MostOfAKind = 6;

    /// <summary>Maps the answer to the script.</summary>
    public static void MapPalette(this IEndpointRouteBuilder app) => app.MapGet(
        "/negotiations/{slug}/palette",
        async (string slug, HttpRequest request, Openings openings, IStringLocalizer<Text> l, CancellationToken cancellationToken) =>
        {
            var values = AddressValues.Of(request, l);
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            if (await openings.OpenAsync(slug, values, request.HttpContext.User, cancellationToken) is not { } opening)
            {
                return FileFormat.Refused(l["There is no negotiation “{0}” here.", slug], StatusCodes.Status404NotFound);
            }

            var query = values.Text("q") ?? "";
            return opening.At is not { } at || values.Refusal is not null
                ? FileFormat.Refused(values.Refusal ?? "")
                : Results.Json(Ways(l, at, opening.Address, query, RoleOf(request.HttpContext)));
        }).ExcludeFromDescription();

    /// <summary>The ways that fit the words, or the forms alone where there are none: forms first, of what is found issues.</summary>
    internal static IReadOnlyList<PaletteWay> Ways(
        IStringLocalizer<Text> l, BoardSnapshot at, BoardAddress address, string query, AccountRole? role)
    {
        var words = SearchText.Words(query);
        return
        [
            .. Forms(l, at, new BoardAddress(address.Slug), role).Where(way => SearchText.Matches(words, way.Kind, way.Name)),
            .. from kind in RowKinds.All.OrderByDescending(kind => kind.Section.Name == "issues")
               join found in SearchView.Of(at, query).Groups on kind.Section equals found.In
               from hit in found.Hits.Select(hit => (Title: string.Concat(hit.Title.Select(part => part.Text)), hit.Row))
                   .Where(hit => SearchText.Matches(words, hit.Title)).Take(MostOfAKind)
               select new PaletteWay(l[kind.Name], hit.Title, kind.PageOf(address, hit.Row)),
        ];
    }

    private static IEnumerable<PaletteWay> Forms(IStringLocalizer<Text> l, BoardSnapshot at, BoardAddress address, AccountRole? role)
    {
        if (role is not { } own || own < AccountRole.Editor)
        {
            yield break;
        }

        var approval = at.Negotiation.RequiresApproval;
        var edit = l["Edit"].Value;
        yield return new PaletteWay(edit, l["Record an outcome of talks"], RecordPaths.Outcome(address));
        foreach (var kind in RowKinds.All)
        {
            var may = own >= AccountRole.Manager || RowRights.ToChange(kind.Section, approval) <= AccountRole.Editor;
            if (kind.AddName is { } add && may && !(approval && kind.Section.HoldsEntries
                && RowRights.ToChange(kind.Section, approval) > AccountRole.Editor))
            {
                yield return new PaletteWay(edit, l[add], EditPaths.Form(address, kind.Section.Name, null));
            }
        }

        yield return new PaletteWay(edit, l["Take back my last change"], EditPaths.TakeBack(address));
        yield return new PaletteWay(edit, l["To do"], Site.At("/to-do"));
    }

    private static AccountRole? RoleOf(HttpContext http) =>
        Enum.GetValues<AccountRole>().Where(role => http.User.IsAtLeast(role)).Select(role => (AccountRole?)role).Max();
}
