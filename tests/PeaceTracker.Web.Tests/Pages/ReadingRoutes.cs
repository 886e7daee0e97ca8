using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Web.Tests.Pages;

/// <summary>
/// The addresses of every reading page, its parameters filled from the negotiation files. Pages that are alive are not for reading.
/// </summary>
public static partial class ReadingRoutes
{
    // What the pipeline shows in place of another page; tested with the faults that lead there.
    private static readonly string[] Messages = ["/status/{Code:int}", "/not-found", "/error"];

    public static IReadOnlyList<SeedFile> Files { get; } = [SeedFile.Load(SeedFile.RussiaUkraine), SeedFile.Load(SeedFile.Example)];

    // Pages about signing in and about administration answer by who asks; they have tests of their own.
    public static IReadOnlyList<string> Templates { get; } =
    [
        .. typeof(Program).Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(RenderModeAttribute)))
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template)
            .Except(Messages)
            .Where(template => !template.StartsWith("/account", StringComparison.Ordinal))
            .Where(template => !template.StartsWith("/admin", StringComparison.Ordinal))
            .Order(),
    ];

    /// <summary>Every address: each page for each negotiation, each page of one record for each record.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
        [.. Templates.SelectMany(template => Files.SelectMany(file => Fill(template, file))).Distinct()];

    /// <summary>An address of each page for each negotiation, of a page of one record that of the first: a seed without one fails.</summary>
    public static IReadOnlyList<string> OneOfEach { get; } =
        [.. Templates.SelectMany(template => Files.Select(file => Fill(template, file).First())).Distinct()];

    /// <summary>The pages that show one row each, such as "working-groups".</summary>
    public static IEnumerable<string> PagesOfOneRow => Templates.Where(template => Parameter().Count(template) > 1).Select(PageOf).Distinct();

    private static IEnumerable<string> Fill(string template, SeedFile file)
    {
        var parameters = Parameter().Matches(template);
        if (parameters.Count == 0)
        {
            return [template];
        }

        var withSlug = Parameter().Replace(template, file.Slug, 1);
        return from key in parameters.Count == 1 ? [""] : file.Keys(RowKinds.At(PageOf(template))!.Section)
               select Parameter().Replace(withSlug, key);
    }

    private static string PageOf(string template) => template.Split('/') is [_, "negotiations", _, var name, ..] ? name : "";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
