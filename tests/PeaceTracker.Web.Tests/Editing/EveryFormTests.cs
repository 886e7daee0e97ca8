using System.Reflection;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Administration;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>Every page that is alive, found by its routes: nothing that is typed into it gets lost. A form added later is tested from its first
/// day.</summary>
public sealed class EveryFormTests : FormPageTests
{
    private const string Typed = "Typed in time";
    private const string Texts = "textarea, input[type=text]:not(.date-text):not(.number-text), input[type=email], input[type=url]";

    // Lists, and pages on which something is read or decided by a button; and that of a table, which its desk keeps (ImportPageTests).
    private static readonly string[] WithoutFields =
    [
        "/to-do",
        "/negotiations/{Slug}/edit",
        "/negotiations/{Slug}/edit/{Kind}",
        "/negotiations/{Slug}/edit/import",
        "/negotiations/{Slug}/edit/outcome",
        "/negotiations/{Slug}/edit/take-back",
        "/negotiations/{Slug}/edit/history/{Section}/{Key}",
    ];

    /// <summary>The routes of all pages that are alive; the list of people needs more than a board and has a test of its own.</summary>
    public static TheoryData<string> Routes =>
    [
        .. typeof(WorkPage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(WorkPage)) && !type.IsAbstract && type != typeof(UsersPage))
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Order(),
    ];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Type_AndLeave_IsThereWhenTheFormIsOpenedAgain(string route)
    {
        await WithEditorAsync(await RecordAsync(), AccountRole.Manager);
        var page = Opened(route);
        Assert.All(
            page.FindAll(Texts).Where(field => field.Closest("[role=search]") is null),
            field => Assert.True(field.Closest("[data-typed]") is not null, $"{field.Id} is in no TypedForm"));
        if (page.FindAll("[data-typed] :is(input, select, textarea)").Count == 0)
        {
            Assert.Contains(route, WithoutFields);
            return;
        }

        var field = Changeable(page);
        object value = field.LocalName == "select" ? field.QuerySelectorAll("option")[^1].GetAttribute("value")!
            : field.GetAttribute("type") == "checkbox" ? !field.HasAttribute("checked") : Typed;
        await page.InvokeAsync(() => page.Find("#" + field.Id).ChangeAsync(new() { Value = value }));
        await DisposeComponentsAsync();

        page = Opened(route);
        Assert.Equal(value, ValueOf(page.Find("#" + field.Id)));
        // An outcome has an address of its own from the first letter on: it is gone on with, and not found again.
        Assert.True(
            page.FindAll(".typed-back[role=status]") is [var said] ? said.TextContent.Contains("is back.", StringComparison.Ordinal)
            : route.EndsWith("{Id:guid}", StringComparison.Ordinal));
    }

    private static object? ValueOf(IElement field) =>
        field.LocalName == "select"
            ? field.QuerySelectorAll("option").Single(option => option.HasAttribute("selected")).GetAttribute("value")
        : field.GetAttribute("type") == "checkbox" ? field.HasAttribute("checked")
        : field.GetAttribute("value");

    private IRenderedComponent<IComponent> Opened(string route)
    {
        var type = typeof(WorkPage).Assembly.GetTypes().Single(
            type => type.GetCustomAttributes<RouteAttribute>().Any(attribute => attribute.Template == route));
        return (IRenderedComponent<IComponent>)typeof(EveryFormTests).GetMethod(nameof(OpenAt), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(type).Invoke(this, [route])!;
    }

    private IRenderedComponent<T> OpenAt<T>(string route) where T : WorkPage
    {
        var page = Opened(Render<T>(parameters =>
        {
            foreach (var (name, value) in Values(route))
            {
                parameters.TryAdd(name, value);
            }
        }));
        Assert.Equal(WorkState.Ready, page.Instance.State);
        return page;
    }

    // The first text, or where there is none the first list or box.
    private static IElement Changeable(IRenderedComponent<IComponent> page) =>
        page.FindAll("[data-typed]").SelectMany(form => form.QuerySelectorAll(Texts))
            .Concat(page.FindAll("[data-typed] select")).Concat(page.FindAll("[data-typed] input[type=checkbox]"))
            .First(field => !field.HasAttribute("disabled") && field.Id is not null && field.GetAttribute("role") != "combobox"
                && field.Closest(".key-search") is null);

    private static IEnumerable<(string Name, object Value)> Values(string route)
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

    private static string KeyOf(string[] parts) => parts switch
    {
        [.., "retract", _, _] => "unused",
        [.., "restore", _, _] => "retracted",
        [.., "history", _, _] => "unused",
        [_, _, _, "agenda", _] => "1",
        [_, _, _, var kind, ..] => File.Keys(RowKinds.At(kind)!.Section)[0],
        _ => throw new InvalidOperationException(string.Join('/', parts)),
    };

    private static SeedFile File { get; } = SeedFile.Load(SeedFile.Example);

    // The example, with a source that nothing rests on and one that was taken off.
    private static async Task<NegotiationRecord> RecordAsync()
    {
        var record = (await new NegotiationFileReader().ReadAsync(
            Repository.PathOf("seeds", "example.json"), Xunit.TestContext.Current.CancellationToken)).Record!;
        var unused = record.Sources[0] with { Key = "unused" };
        var retraction = new Retraction { At = RecordBuilder.At(1), By = "Ann", Reason = "Entered twice." };
        return record with { Sources = [.. record.Sources, unused, unused with { Key = "retracted", Retracted = retraction }] };
    }
}
