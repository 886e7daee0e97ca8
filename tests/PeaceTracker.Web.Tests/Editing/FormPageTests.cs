using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>
/// A page with a form on the board of <see cref="RecordBuilder"/>, used as by somebody at the keyboard. Each act finds its element and
/// acts in the page's own turn: the page draws itself again when something that it waited for arrives, and what was found before is gone then.
/// </summary>
public abstract class FormPageTests : EditingTests
{
    /// <summary>Opens a page of the board, of one row where <paramref name="key"/> is given.</summary>
    protected IRenderedComponent<T> Open<T>(string? key = null) where T : WorkPage =>
        Opened(Render<T>(parameters =>
        {
            parameters.TryAdd("Slug", RecordBuilder.Slug);
            parameters.TryAdd("Key", key);
        }));

    /// <summary>Leaves a field with that text in it.</summary>
    protected static Task TypeAsync(IRenderedComponent<IComponent> page, string field, string text) => ChangeAsync(page, $"#field-{field}", text);

    /// <summary>Chooses one of a field's values by its place in the list.</summary>
    protected static Task ChooseAsync(IRenderedComponent<IComponent> page, string field, int index) =>
        TypeAsync(page, field, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ticks a box, or takes its tick away; of several boxes the first.</summary>
    protected static Task TickAsync(IRenderedComponent<IComponent> page, string selector, bool ticked = true) => ChangeAsync(page, selector, ticked);

    /// <summary>Presses the first button that carries these words.</summary>
    protected static Task PressAsync(IRenderedComponent<IComponent> page, string words) =>
        ActAsync(page, () => page.FindAll("button").First(button => button.TextContent.Trim() == words), button => button.ClickAsync(new()));

    /// <summary>Presses what a selector finds first.</summary>
    protected static Task ClickAsync(IRenderedComponent<IComponent> page, string selector) =>
        ActAsync(page, () => page.Find(selector), found => found.ClickAsync(new()));

    /// <summary>Finds an element and does something with it, in the page's own turn.</summary>
    protected static Task ActAsync(IRenderedComponent<IComponent> page, Func<IElement> find, Func<IElement, Task> act) =>
        page.InvokeAsync(() => act(find()));

    /// <summary>What stands in a field.</summary>
    protected static string? Value(IRenderedComponent<IComponent> page, string field) => page.Find("#field-" + field).GetAttribute("value");

    /// <summary>What is said beside a field; empty where nothing is.</summary>
    protected static string ErrorAt(IRenderedComponent<IComponent> page, string field) => page.Find($"#field-{field}-error").TextContent.Trim();

    /// <summary>Where the page has led to, from the host on.</summary>
    protected string Place =>
        "/" + Services.GetRequiredService<NavigationManager>().ToBaseRelativePath(Services.GetRequiredService<NavigationManager>().Uri);

    /// <summary>The board as it is in the store now.</summary>
    protected static async Task<Board> BoardAsync(TestStore store) =>
        (await store.Boards.FindAsync(RecordBuilder.Slug, Xunit.TestContext.Current.CancellationToken))!;

    /// <summary>What somebody else does meanwhile.</summary>
    protected static async Task RunAsync(TestStore store, BoardCommand command) =>
        Assert.IsType<SaveResult.Saved>(await store.Services.GetRequiredService<BoardEditor>()
            .RunAsync(command, await store.AddAccountAsync(AccountRole.Editor, "Ann"), Xunit.TestContext.Current.CancellationToken));

    private static Task ChangeAsync(IRenderedComponent<IComponent> page, string selector, object value) =>
        ActAsync(page, () => page.Find(selector), found => found.ChangeAsync(new() { Value = value }));
}
