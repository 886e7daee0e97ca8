using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

public class ToDoListTests : FormPageTests
{
    private static readonly NegotiationRecord Built = new RecordBuilder().Issues(1, Level.Disputed).Build();

    private static readonly NegotiationRecord Record =
        Built with { Sources = [.. Built.Sources, Built.Sources[0] with { Key = "unused", Headline = "Nobody cites it" }] };

    [Fact]
    public async Task Begun_OfARowThatWasRetractedSince_LeadsNowhere()
    {
        var store = await WithEditorAsync(Record);
        var form = Open<EditSourcePage>("unused");
        await TypeAsync(form, "headline", "Half typed");
        await DisposeComponentsAsync();
        Assert.Single(await LinksAsync());

        await RunAsync(store, new RetractRow<Source>(RecordBuilder.Slug, "unused", "Entered twice."));

        Assert.Empty(await LinksAsync());
        var page = Opened(Render<EditStartPage>(p => p.Add(e => e.Slug, RecordBuilder.Slug)));
        page.WaitForState(() => page.FindAll(".to-do").Count > 0);
        Assert.Contains("it has been retracted since and can’t be edited", page.Find(".to-do").TextContent, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> LinksAsync()
    {
        var page = Opened(Render<EditStartPage>(p => p.Add(e => e.Slug, RecordBuilder.Slug)));
        page.WaitForState(() => page.FindAll(".to-do").Count > 0);
        IReadOnlyList<string> links =
            [.. page.FindAll(".to-do a").Select(a => a.GetAttribute("href")!).Where(href => href.EndsWith("/unused", StringComparison.Ordinal))];
        await DisposeComponentsAsync();
        return links;
    }
}
