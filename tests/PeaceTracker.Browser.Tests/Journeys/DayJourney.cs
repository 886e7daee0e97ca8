using PeaceTracker.Browser.Tests.Harness;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>The ways of an editor through the forms of a program of its own, with what is typed counted.</summary>
public abstract class DayJourney(Reader reader) : BrowserTest(reader)
{
    /// <summary>The program.</summary>
    protected LiveProgram Program { get; set; } = null!;

    /// <summary>The window of who types.</summary>
    protected IPage Editor { get; set; } = null!;

    /// <summary>The fields that were typed in or chosen from.</summary>
    protected List<string> Typed { get; } = [];

    // The last row of a file, by the names of its columns.
    protected async Task AssertLastAsync(string file, params (string Column, string Value)[] expected)
    {
        var text = await Editor.EvaluateAsync<string>("url => fetch(url).then(answer => answer.text())", Of(file));
        var lines = text.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var row = lines[0].Split(',').Zip(lines[^1].Split(',')).ToDictionary(cell => cell.First, cell => cell.Second);
        Assert.Equal(expected, expected.Select(cell => (cell.Column, row[cell.Column])));
    }

    protected static async Task LookAsync(IPage manager)
    {
        await GoAsync(manager, Of("edit/outcome"));
        await manager.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).First.ClickAsync();
        await Assertions.Expect(manager.Locator("#comments")).ToBeVisibleAsync();
    }

    protected static async Task ApproveAsync(IPage manager)
    {
        await LookAsync(manager);
        await manager.GetByRole(AriaRole.Button, new() { Name = "Approve and publish" }).ClickAsync();
        await Assertions.Expect(manager.GetByText("This outcome is on the board")).ToBeVisibleAsync();
    }

    protected async Task<IPage> SignedInAsync(AccountRole role, string name)
    {
        var page = await OpenAtAsync(Program.Address, "/account/sign-in");
        await SignInAsync(page, Program.Address, Program.Folder, role, name);
        return page;
    }

    protected ILocator Field(string field) => Editor.Locator($"#field-{field}");

    protected async Task FillAsync(string field, string text)
    {
        Typed.Add(field);
        await Field(field).FillAsync(text);
        await Field(field).BlurAsync();
    }

    protected Task SelectAsync(string field, string value) => SelectAsync(field, new SelectOptionValue { Value = value });

    protected async Task SelectAsync(string field, SelectOptionValue value)
    {
        Typed.Add(field);
        await Field(field).SelectOptionAsync(value);
    }

    protected Task SaveAsync() => Editor.Locator("[data-save]").ClickAsync();
}
