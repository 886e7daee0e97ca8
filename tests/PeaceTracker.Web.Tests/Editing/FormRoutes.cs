using System.Reflection;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Administration;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>
/// The routes of all pages that are alive, found by reflection, with values from the example: what is tested of every form is tested of one added
/// later from its first day. The list of people needs more than a board and has tests of its own.
/// </summary>
public static class FormRoutes
{
    /// <summary>Key of a source on which nothing rests.</summary>
    public const string Unused = "unused";

    /// <summary>Key of a source that was taken off the board.</summary>
    public const string Retracted = "retracted";

    /// <summary>
    /// Lists, and pages on which something is read or decided by a button; and that of a table, which its desk keeps (ImportPageTests).
    /// </summary>
    public static IReadOnlyList<string> WithoutFields { get; } =
    [
        "/to-do",
        "/negotiations/{Slug}/edit",
        "/negotiations/{Slug}/edit/{Kind}",
        "/negotiations/{Slug}/edit/import",
        "/negotiations/{Slug}/edit/outcome",
        "/negotiations/{Slug}/edit/take-back",
    ];

    /// <summary>The routes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(WorkPage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(WorkPage)) && !type.IsAbstract && type != typeof(UsersPage))
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(),
    ];

    /// <summary>The example.</summary>
    public static SeedFile File { get; } = SeedFile.Load(SeedFile.Example);

    /// <summary>The two sources that the example has not: one on which nothing rests, and the same taken off.</summary>
    public static IReadOnlyList<Source> Added(Source like, DateTime at) =>
    [
        like with { Key = Unused, Headline = "Nothing rests on it" },
        like with
        {
            Key = Retracted, Headline = "It was taken off", Retracted = new Retraction { At = at, By = "Ann", Reason = "Entered twice." },
        },
    ];

    /// <summary>The parameters of a route with values for each.</summary>
    public static IEnumerable<(string Name, object Value)> Values(string route)
    {
        var parts = route.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in parts.Where(part => part[0] == '{').Select(part => part.Trim('{', '}').Split(':')[0]))
        {
            yield return (name, name switch
            {
                "Slug" => File.Slug,
                "Section" => "sources",
                "Kind" => "sources",
                "Id" => Guid.Parse("00000000-0000-0000-0000-000000000001"),
                "Claim" => File.Keys(RecordSections.Find("claims")!)[0],
                "Key" => KeyOf(parts),
                _ => throw new InvalidOperationException($"What is {name} of {route}?"),
            });
        }
    }

    /// <summary>The address of a route with these values.</summary>
    public static string Address(string route) => Values(route).Aggregate(
        route, (address, value) => address.Replace($"{{{value.Name}}}", $"{value.Value}", StringComparison.Ordinal)
            .Replace($"{{{value.Name}:guid}}", $"{value.Value}", StringComparison.Ordinal));

    private static string KeyOf(string[] parts) => parts switch
    {
        [.., "retract", _, _] => Unused,
        [.., "restore", _, _] => Retracted,
        [.., "history", _, _] => Unused,
        [_, _, _, "agenda", _] => "1",
        [_, _, _, var kind, ..] => File.Keys(RowKinds.At(kind)!.Section)[0],
        _ => throw new InvalidOperationException(string.Join('/', parts)),
    };
}
