using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Issues;

public class EditIssuePageTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build();

    [Fact]
    public async Task New_WithALinkage_IsOnTheBoardAndOnNoAgenda()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditIssuePage>();
        Assert.EndsWith("/edit/agenda/new", page.Find(".form .note a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(["Matter"], page.FindAll("datalist option").Select(option => option.GetAttribute("value")));
        await TypeAsync(page, "title", "Water rights");
        await TypeAsync(page, "category", "Resources");
        // The heaviest stands first.
        await TypeAsync(page, "salience", "0");
        await TickAsync(page, "#field-dyads input");
        await PressAsync(page, "Add an issue it depends on");
        await TypeAsync(page, "dependsOn-0--issue", "issue-2");
        await TypeAsync(page, "dependsOn-0--note", "It shares the river.");

        await SaveAsync(page);

        var record = (await BoardAsync(store)).Record;
        var issue = record.Issues[^1];
        Assert.Equal(("water-rights", "Water rights", "Resources", 5), (issue.Key, issue.Title, issue.Category, issue.Salience));
        Assert.Equal(["a-b"], issue.DyadKeys);
        Assert.Equal(("issue-2", "It shares the river."), (issue.DependsOn[0].IssueKey, issue.DependsOn[0].Note));
        Assert.DoesNotContain(issue.Key, record.AgendaVersions[0].IssueKeys);
    }

    [Fact]
    public async Task Edit_DependingOnItself_IsNotOnOffer()
    {
        await WithEditorAsync(Record);
        var page = Open<EditIssuePage>("issue-1");

        await PressAsync(page, "Add an issue it depends on");

        Assert.Equal(["", "issue-2"], page.FindAll("#field-dependsOn-0--issue option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task New_Empty_SaysWhatIsMissing()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditIssuePage>();

        await SaveAsync(page);

        Assert.All(["title", "category", "salience"], field => Assert.NotEmpty(page.Find($"#field-{field}-error").TextContent.Trim()));
        Assert.Equal(2, (await BoardAsync(store)).Record.Issues.Count);
    }
}
