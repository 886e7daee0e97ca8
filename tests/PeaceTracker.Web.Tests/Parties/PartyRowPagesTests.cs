using Bunit;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Features.Parties;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Parties;

/// <summary>The forms of parties, delegates and dyads; what all forms of rows share is tested on that of a source.</summary>
public class PartyRowPagesTests : EditingTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, null).Build();

    private static string Slug => Record.Negotiation.Slug;

    [Fact]
    public async Task Party_WithARoleAndItsSource_IsAddedWhole()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditPartyPage>(null);
        await TypeAsync(page, "name", "Third");
        await TypeAsync(page, "since", "2026-01-02");

        await PressAsync(page, "Add a role");
        await PressAsync(page, "Add a citation");
        await SaveAsync(page);
        Assert.Contains("Choose the role.", page.Find("#field-roles-0--role-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose the source.", page.Find("#field-roles-0--citations-0--source-error").TextContent, StringComparison.Ordinal);

        // Mediator is the second of the roles.
        await TypeAsync(page, "roles-0--role", "1");
        await TypeAsync(page, "roles-0--note", "offered");
        await TypeAsync(page, "roles-0--citations-0--source", "report");
        await TypeAsync(page, "roles-0--citations-0--locator", "P4");
        await SaveAsync(page);

        var added = (await BoardAsync(store)).Parties["third"];
        Assert.Equal(("Third", RecordBuilder.Day(2)), (added.Name, added.Since));
        var role = Assert.Single(added.Roles);
        Assert.Equal((Role.Mediator, "offered"), (role.Role, role.Note));
        Assert.Equal(("report", "P4"), (Assert.Single(role.Citations).SourceKey, role.Citations[0].Locator));
    }

    [Fact]
    public async Task Delegate_OfAParty_IsAdded()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDelegatePage>(null);
        await TypeAsync(page, "party", "a");
        await TypeAsync(page, "name", "two officials");
        await TypeAsync(page, "officeAsOf", "2026-01-02");
        await page.Find("#field-anonymous").ChangeAsync(new() { Value = true });

        await SaveAsync(page);

        Assert.Equal(("a", true, RecordBuilder.Day(2)), (await BoardAsync(store)).Delegates["two-officials"] is { } person ? (person.PartyKey, person.Anonymous, person.OfficeAsOf) : default);
    }

    [Fact]
    public async Task Dyad_OfTheSameTwo_IsRefused()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDyadPage>(null);

        // Whichever is named first: the pair is unordered.
        await TypeAsync(page, "firstParty", "b");
        await TypeAsync(page, "secondParty", "a");
        await SaveAsync(page);

        Assert.Contains("already", page.Find(".save-errors").TextContent, StringComparison.Ordinal);
        Assert.Single((await BoardAsync(store)).Record.Dyads);
    }

    [Fact]
    public async Task Dyad_Edited_KeepsItsPartiesAndChangesWhetherItIsRequired()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDyadPage>("a-b");

        Assert.True(page.Find("#field-firstParty").HasAttribute("disabled"));
        Assert.True(page.Find("#field-secondParty").HasAttribute("disabled"));
        await page.Find("#field-required").ChangeAsync(new() { Value = false });
        await SaveAsync(page);

        Assert.Equal(Record.Dyads[0] with { Required = false }, (await BoardAsync(store)).Dyads["a-b"]);
    }

    private IRenderedComponent<T> Open<T>(string? key) where T : WorkPage =>
        Opened(Render<T>(p =>
        {
            p.TryAdd("Slug", Slug);
            p.TryAdd("Key", key);
        }));

    private static Task TypeAsync(IRenderedComponent<IComponent> page, string field, string text) => page.Find("#field-" + field).ChangeAsync(new() { Value = text });

    private static Task PressAsync(IRenderedComponent<IComponent> page, string words) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == words).ClickAsync(new());

    private static async Task<Board> BoardAsync(TestStore store) => (await store.Boards.FindAsync(Slug, Xunit.TestContext.Current.CancellationToken))!;
}
