using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Negotiations;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Negotiations;

public class NegotiationPagesTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, null).Build();

    private static string Slug => Record.Negotiation.Slug;

    [Fact]
    public async Task Edit_ByAManager_ChangesWhatItSaysOfItselfAndNotItsSlug()
    {
        var store = await WithEditorAsync(Record, AccountRole.Manager);
        var page = Opened(Render<EditNegotiationPage>(p => p.Add(x => x.Slug, Slug)));

        Assert.True(page.Find("#field-slug").HasAttribute("disabled"));
        await TypeAsync(page, "title", "Another title");
        await TypeAsync(page, "stalenessDays", "45");
        await TickAsync(page, "#field-requiresApproval");
        await ChooseAsync(page, "judgement", 1);
        await TypeAsync(page, "reason", "It was mistyped.");
        await SaveAsync(page);

        Assert.Equivalent(
            Record.Negotiation with { Title = "Another title", StalenessDays = 45, RequiresApproval = true }, await NegotiationAsync(store, Slug),
            strict: true);
    }

    [Fact]
    public async Task Edit_ByAnEditor_IsNotOffered()
    {
        await WithEditorAsync(Record);

        Assert.Equal(WorkState.NotAllowed, Opened(Render<EditNegotiationPage>(p => p.Add(x => x.Slug, Slug))).Instance.State);
    }

    [Fact]
    public async Task Begin_ProposesTheSlugFromTheTitleUntilItIsChosen()
    {
        var store = await WithEditorAsync(Record, AccountRole.Manager);
        var page = Opened(Render<NewNegotiationPage>());

        await TypeAsync(page, "title", "Élan & North");
        Assert.Equal("elan-north", page.Find("#field-slug").GetAttribute("value"));
        await TypeAsync(page, "slug", "north-talks");
        await TypeAsync(page, "title", "North talks of the year");
        Assert.Equal("north-talks", page.Find("#field-slug").GetAttribute("value"));
        await TypeAsync(page, "description", "What they talk about.");
        await TypeAsync(page, "startedOn", "2026-01-02");
        await SaveAsync(page);

        var begun = await NegotiationAsync(store, "north-talks");
        Assert.Equal(
            ("North talks of the year", "What they talk about.", RecordBuilder.Day(2), 30),
            (begun.Title, begun.Description, begun.StartedOn, begun.StalenessDays));
        Assert.EndsWith("/negotiations/north-talks/edit", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_ASlugThatIsTakenOrIsNone_IsRefusedAtTheField()
    {
        await WithEditorAsync(Record, AccountRole.Manager);
        var page = Opened(Render<NewNegotiationPage>());
        await TypeAsync(page, "title", "North talks");
        await TypeAsync(page, "description", "What they talk about.");
        await TypeAsync(page, "startedOn", "2026-01-02");

        await TypeAsync(page, "slug", Slug);
        await SaveAsync(page);
        Assert.Contains("already", page.Find("#field-slug-error").TextContent, StringComparison.Ordinal);

        await TypeAsync(page, "slug", "North Talks!");
        await SaveAsync(page);
        Assert.Contains("is not a key", page.Find("#field-slug-error").TextContent, StringComparison.Ordinal);
    }

    // In the list of all negotiations nobody could tell them apart.
    [Fact]
    public async Task Begin_ATitleThatAnotherHas_IsRefusedAtTheField()
    {
        var store = await WithEditorAsync(Record, AccountRole.Manager);
        var page = Opened(Render<NewNegotiationPage>());
        await TypeAsync(page, "title", $" {Record.Negotiation.Title.ToUpperInvariant()} ");
        await TypeAsync(page, "slug", "north-talks");
        await TypeAsync(page, "description", "What they talk about.");
        await TypeAsync(page, "startedOn", "2026-01-02");

        await SaveAsync(page);

        Assert.Contains("already has this title", page.Find("#field-title-error").TextContent, StringComparison.Ordinal);
        Assert.Single(await store.Boards.ListAsync(Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Begin_FromAFile_ShowsWhatItHoldsAndMakesIt()
    {
        var store = await WithEditorAsync(Record, AccountRole.Manager);
        var page = Opened(Render<NewNegotiationPage>());

        await BringAsync(page, await FileOfAsync(Record with { Negotiation = Record.Negotiation with { Slug = "north-talks" } }), ".import-counts");
        Assert.Contains($"{Record.Issues.Count} Issues", page.Find(".import-counts").TextContent, StringComparison.Ordinal);
        Assert.Null(await store.Boards.FindAsync("north-talks", Xunit.TestContext.Current.CancellationToken));
        await PressAsync(page, "Begin it with this file");

        var board = (await store.Boards.FindAsync("north-talks", Xunit.TestContext.Current.CancellationToken))!;
        Assert.Equal((Publication.InPreparation, Record.Issues.Count), (board.Negotiation.Publication, board.Record.Issues.Count));
        Assert.EndsWith("/negotiations/north-talks/edit", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begin_FromAFileThatIsWrongOrWhoseSlugIsTaken_SaysWhyAndMakesNothing()
    {
        await WithEditorAsync(Record, AccountRole.Manager);
        var page = Opened(Render<NewNegotiationPage>());

        await BringAsync(page, "{ \"formatVersion\": 1, \"negotiation\": 5 }", ".note-warn tbody tr");
        Assert.Contains("An object in braces belongs here", page.Find(".note-warn").TextContent, StringComparison.Ordinal);

        await BringAsync(page, await FileOfAsync(Record), ".import-counts");
        await PressAsync(page, "Begin it with this file");
        Assert.Contains($"There is already a negotiation “{Slug}”", page.Find(".note-warn").TextContent, StringComparison.Ordinal);
    }

    private static async Task BringAsync(IRenderedComponent<NewNegotiationPage> page, string json, string waitFor)
    {
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(json, "talks.json"));
        await page.WaitForElementAsync(waitFor);
    }

    private static async Task<string> FileOfAsync(NegotiationRecord record)
    {
        using var stream = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(record, stream, Xunit.TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<Negotiation> NegotiationAsync(TestStore store, string slug) =>
        (await store.Boards.FindAsync(slug, Xunit.TestContext.Current.CancellationToken))!.Negotiation;
}
