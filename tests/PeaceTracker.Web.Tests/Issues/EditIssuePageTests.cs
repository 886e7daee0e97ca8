using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Issues;

public class EditIssuePageTests : EditingTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build();

    [Fact]
    public async Task New_WithALinkage_IsOnTheBoardAndOnNoAgenda()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(null);
        Assert.EndsWith("/edit/agenda/new", page.Find(".form .note a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(["Matter"], page.FindAll("datalist option").Select(option => option.GetAttribute("value")));
        Type(page, "title", "Water rights");
        Type(page, "category", "Resources");
        // The heaviest stands first.
        Type(page, "salience", "0");
        page.FindAll("#field-dyads input")[0].Change(true);
        page.FindAll("button").Single(button => button.TextContent == "Add an issue it depends on").Click();
        Type(page, "dependsOn-0--issue", "issue-2");
        Type(page, "dependsOn-0--note", "It shares the river.");

        await SaveAsync(page);

        var record = await RecordAsync(store);
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
        var page = Open("issue-1");

        page.FindAll("button").Single(button => button.TextContent == "Add an issue it depends on").Click();

        Assert.Equal(["", "issue-2"], page.FindAll("#field-dependsOn-0--issue option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task New_Empty_SaysWhatIsMissing()
    {
        var store = await WithEditorAsync(Record);
        var page = Open(null);

        await SaveAsync(page);

        Assert.All(["title", "category", "salience"], field => Assert.NotEmpty(page.Find($"#field-{field}-error").TextContent.Trim()));
        Assert.Equal(2, (await RecordAsync(store)).Issues.Count);
    }

    private IRenderedComponent<EditIssuePage> Open(string? key) => Opened(Render<EditIssuePage>(p => p.Add(x => x.Slug, Record.Negotiation.Slug).Add(x => x.Key, key)));

    private static void Type(IRenderedComponent<EditIssuePage> page, string field, string text) => page.Find("#field-" + field).Change(text);

    private static async Task<NegotiationRecord> RecordAsync(TestStore store) => (await store.Boards.FindAsync(Record.Negotiation.Slug, Xunit.TestContext.Current.CancellationToken))!.Record;
}
