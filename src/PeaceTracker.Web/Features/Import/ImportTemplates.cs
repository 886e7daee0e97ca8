using PeaceTracker.Services.Import;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Import;

/// <summary>Empty tables with the headings of each kind of rows, as files to fill in.</summary>
public static class ImportTemplates
{
    private const string Folder = "/empty-tables";

    /// <summary>Maps the files.</summary>
    public static void MapImportTemplates(this IEndpointRouteBuilder app)
    {
        foreach (var kind in ImportKinds.All)
        {
            foreach (var format in FileFormat.All.Where(format => format.Ending != "json"))
            {
                var name = $"{kind.Name}.{format.Ending}";
                app.MapGet($"{Folder}/{name}", (Delegate)((HttpContext http) => format.FileAsync(http, kind.Template, name)));
            }
        }
    }

    /// <summary>The address of one.</summary>
    public static string At(ImportKind kind, string ending) => Site.At($"{Folder}/{kind.Name}.{ending}");
}
