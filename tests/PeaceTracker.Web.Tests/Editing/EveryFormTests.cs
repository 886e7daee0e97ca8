using System.Reflection;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>Every page that is alive, found by its routes: nothing that is typed into it gets lost. A form added later is tested from its first
/// day.</summary>
public sealed class EveryFormTests : FormPageTests
{
    private const string Typed = "Typed in time";
    private const string Texts = "textarea, input[type=text]:not(.date-text):not(.number-text), input[type=email], input[type=url]";

    /// <summary>The routes of all pages that are alive.</summary>
    public static TheoryData<string> Routes => [.. FormRoutes.All];

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
            Assert.Contains(route, FormRoutes.WithoutFields);
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
            foreach (var (name, value) in FormRoutes.Values(route))
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

    // The example, with a source that nothing rests on and one that was taken off.
    private static async Task<NegotiationRecord> RecordAsync()
    {
        var record = (await new NegotiationFileReader().ReadAsync(
            Repository.PathOf("seeds", "example.json"), Xunit.TestContext.Current.CancellationToken)).Record!;
        return record with { Sources = [.. record.Sources, .. FormRoutes.Added(record.Sources[0], RecordBuilder.At(1))] };
    }
}
