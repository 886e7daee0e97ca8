using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Drafts;

namespace PeaceTracker.Web.Features.Drafts;

/// <summary>A version of a draft in words.</summary>
public static class VersionWords
{
    /// <summary>"3 pages, 8 points, 8 passages in brackets", as far as it is known.</summary>
    public static string Size(IStringLocalizer<Text> l, DraftVersion version) =>
        string.Join(", ", new[] { Pages(l, version.Pages), Points(l, version.Points), Brackets(l, version.BracketedPassages) }.OfType<string>())
            is { Length: > 0 } size ? size : l["size not known"];

    private static string? Pages(IStringLocalizer<Text> l, int? count) => count switch
    {
        null => null,
        1 => l["1 page"].Value,
        _ => l["{0} pages", count].Value,
    };

    private static string? Points(IStringLocalizer<Text> l, int? count) => count switch
    {
        null => null,
        1 => l["1 point"].Value,
        _ => l["{0} points", count].Value,
    };

    private static string? Brackets(IStringLocalizer<Text> l, int? count) => count switch
    {
        null => null,
        0 => l["nothing in brackets"].Value,
        1 => l["1 passage in brackets"].Value,
        _ => l["{0} passages in brackets", count].Value,
    };
}
