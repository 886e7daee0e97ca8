using Bunit;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Talks;

public class WorkingGroupFormTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, null).Build();

    [Fact]
    public async Task Group_WithMembersIssuesAndOutputs_IsAddedWhole()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditWorkingGroupPage>();
        await TypeAsync(page, "name", "Borders");
        await TypeAsync(page, "mandate", "To draw a line.");
        await TypeAsync(page, "since", "2026-01-02");
        await TickAsync(page, "#field-issues input");
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
        var page = Open<EditWorkingGroupPage>();
        await TypeAsync(page, "name", "Borders");
        await TypeAsync(page, "mandate", "To draw a line.");
        await TypeAsync(page, "since", "2026-01-02");
        await TypeAsync(page, "until", "2026-01-01");

        await SaveAsync(page);

        Assert.Contains("is before", page.Find("#field-until-error").TextContent, StringComparison.Ordinal);
        Assert.Empty((await BoardAsync(store)).Record.WorkingGroups);
    }
}
