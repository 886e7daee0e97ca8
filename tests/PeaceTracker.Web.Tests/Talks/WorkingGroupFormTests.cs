using Bunit;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Talks;

public class WorkingGroupFormTests : EditingTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, null).Build();

    private static string Slug => Record.Negotiation.Slug;

    [Fact]
    public async Task Group_WithMembersIssuesAndOutputs_IsAddedWhole()
    {
        var store = await WithEditorAsync(Record);
        var page = Opened(Render<EditWorkingGroupPage>(p => p.Add(x => x.Slug, Slug)));
        await TypeAsync(page, "name", "Borders");
        await TypeAsync(page, "mandate", "To draw a line.");
        await TypeAsync(page, "since", "2026-01-02");
        await page.Find("#field-issues input").ChangeAsync(new() { Value = true });
        await PressAsync(page, "Add a member");
        await TypeAsync(page, "members-0--party", "b");
        await TypeAsync(page, "members-0--function", "chair");
        await PressAsync(page, "Add an output");
        await SaveAsync(page);
        Assert.Contains("Say what came out of it.", page.Find("#field-outputs-0--text-error").TextContent, StringComparison.Ordinal);

        await TypeAsync(page, "outputs-0--date", "2026-01-03");
        await TypeAsync(page, "outputs-0--text", "A map.");
        await SaveAsync(page);

        var group = Assert.Single((await BoardAsync(store)).Record.WorkingGroups);
        Assert.Equal(("borders", "Borders", "To draw a line.", RecordBuilder.Day(2)), (group.Key, group.Name, group.Mandate, group.Since));
        Assert.Equal([Record.Issues[0].Key], group.IssueKeys);
        Assert.Equal(("b", "chair"), (Assert.Single(group.Members).PartyKey, group.Members[0].Function));
        Assert.Equal(("A map.", RecordBuilder.Day(3)), (Assert.Single(group.Outputs).Text, group.Outputs[0].Date));
    }

    [Fact]
    public async Task Group_EndsBeforeItBegins_IsRefusedAtTheField()
    {
        var store = await WithEditorAsync(Record);
        var page = Opened(Render<EditWorkingGroupPage>(p => p.Add(x => x.Slug, Slug)));
        await TypeAsync(page, "name", "Borders");
        await TypeAsync(page, "mandate", "To draw a line.");
        await TypeAsync(page, "since", "2026-01-02");
        await TypeAsync(page, "until", "2026-01-01");

        await SaveAsync(page);

        Assert.Contains("lies before", page.Find("#field-until-error").TextContent, StringComparison.Ordinal);
        Assert.Empty((await BoardAsync(store)).Record.WorkingGroups);
    }

    private static Task TypeAsync(IRenderedComponent<IComponent> page, string field, string text) => page.Find("#field-" + field).ChangeAsync(new() { Value = text });

    private static Task PressAsync(IRenderedComponent<IComponent> page, string words) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == words).ClickAsync(new());

    private static async Task<Board> BoardAsync(TestStore store) => (await store.Boards.FindAsync(Slug, Xunit.TestContext.Current.CancellationToken))!;
}
