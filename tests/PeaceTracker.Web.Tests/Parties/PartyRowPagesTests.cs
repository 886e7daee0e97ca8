using Bunit;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Parties;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Parties;

/// <summary>The forms of parties, delegates and dyads; what all forms of rows share is tested on that of a source.</summary>
public class PartyRowPagesTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, null).Build();

    [Fact]
    public async Task Party_WithARoleAndItsSource_IsAddedWhole()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditPartyPage>();
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
        var page = Open<EditDelegatePage>();
        await TypeAsync(page, "party", "a");
        await TypeAsync(page, "name", "two officials");
        await TypeAsync(page, "officeAsOf", "2026-01-02");
        await TickAsync(page, "#field-anonymous");

        await SaveAsync(page);

        Assert.Equal(
            ("a", true, RecordBuilder.Day(2)),
            (await BoardAsync(store)).Delegates["two-officials"] is { } person ? (person.PartyKey, person.Anonymous, person.OfficeAsOf) : default);
    }

    [Fact]
    public async Task Dyad_OfTheSameTwo_IsRefused()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDyadPage>();

        // Whichever is named first: the pair is unordered.
        await TypeAsync(page, "firstParty", "b");
        await TypeAsync(page, "secondParty", "a");
        await SaveAsync(page);

        Assert.Contains("The pair “a-b” already", page.Find(".save-errors").TextContent, StringComparison.Ordinal);
        Assert.Single((await BoardAsync(store)).Record.Dyads);
    }

    [Fact]
    public async Task Dyad_Edited_KeepsItsPartiesAndChangesWhetherItIsRequired()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditDyadPage>("a-b");

        Assert.True(page.Find("#field-firstParty").HasAttribute("disabled"));
        Assert.True(page.Find("#field-secondParty").HasAttribute("disabled"));
        await TickAsync(page, "#field-required", false);
        await ChooseAsync(page, "judgement", 1);
        await TypeAsync(page, "reason", "It never was.");
        await SaveAsync(page);

        Assert.Equivalent(Record.Dyads[0] with { Required = false }, (await BoardAsync(store)).Dyads["a-b"], strict: true);
    }
}
