using System.Reflection;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>No kind of row is forgotten: each section of the record has its words and paths, and pages with a form.</summary>
public class RowKindsTests
{
    public static TheoryData<string> Sections => [.. RecordSections.All.Select(section => section.Name)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Of_EverySection_IsAKindWithAFormAtItsAddress(string name)
    {
        var kind = RowKinds.Of(name);
        var form = kind.Section.HoldsEntries ? typeof(EntryPage<>) : typeof(FormPage<>);

        var pages = typeof(Program).Assembly.GetTypes().Where(type => !type.IsAbstract && IsFormOf(type, form, kind.Section.RowType));

        var routes = Assert.Single(pages).GetCustomAttributes<RouteAttribute>().Select(route => route.Template).ToList();
        Assert.All(routes, route => Assert.StartsWith($"/negotiations/{{Slug}}/edit/{kind.Path}", route, StringComparison.Ordinal));
        Assert.Equal(kind.AddName is not null, routes.Exists(route => route.EndsWith("/new", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_EachKind_HasASectionAndAPathOfItsOwn()
    {
        Assert.Equal(RecordSections.All.Select(section => section.Name).Order(), RowKinds.All.Select(kind => kind.Section.Name).Order());
        Assert.Equal(RowKinds.All.Count, RowKinds.All.Select(kind => kind.Path).Distinct().Count());
    }

    [Fact]
    public void Words_EachKind_CallADyadAPair() => Assert.All(RowKinds.All, kind => Assert.DoesNotContain(
        "dyad", $"{kind.Name} {kind.AddName} {kind.EditName} {kind.Section.Noun}", StringComparison.OrdinalIgnoreCase));

    private static bool IsFormOf(Type type, Type form, Type row)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == form)
            {
                return at.GetGenericArguments()[0] == row;
            }
        }

        return false;
    }
}
