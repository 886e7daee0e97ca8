using Bunit;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Kinds.Tests;

/// <summary>The form of a kind of row that only this project knows, on the frame that all forms share.</summary>
public class NewKindFormTests : FormPageTests
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();

    [Fact]
    public async Task Save_ANewVisit_IsOnTheBoardAndLeadsToTheList()
    {
        var store = await WithEditorAsync(Record);
        var page = Open<EditVisitPage>();

        await TypeAsync(page, "title", "The envoy from Lisbon");
        await TypeAsync(page, "party", "a");
        await TypeAsync(page, "paidOn", "2026-01-02");
        await SaveAsync(page);

        var added = Assert.Single((await BoardAsync(store)).Record.Rows<Visit>());
        Assert.Equal(("the-envoy-from-lisbon", "The envoy from Lisbon", RecordBuilder.Day(2)), (added.Key, added.Title, added.PaidOn));
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}/edit/visits?added={added.Key}", Place);
    }

    [Fact]
    public async Task Save_AnEditedVisit_LeadsToWhereReadersSeeIt()
    {
        var visit = new Visit { Key = "lisbon", Title = "The envoy", PartyKey = "a", PaidOn = RecordBuilder.Day(2),
            RecordedAt = RecordBuilder.At(2) };
        var store = await WithEditorAsync(Record.With<Visit>([visit]));
        var page = Open<EditVisitPage>(visit.Key);

        await TypeAsync(page, "title", "Two envoys");
        await SaveAsync(page);

        Assert.Equal("Two envoys", Assert.Single((await BoardAsync(store)).Record.Rows<Visit>()).Title);
        Assert.Equal($"/negotiations/{RecordBuilder.Slug}/parties/a", Place);
    }

    [Fact]
    public async Task Open_UnderApproval_SaysSoBeforeAnythingIsTyped()
    {
        await WithEditorAsync(Record with { Negotiation = Record.Negotiation with { RequiresApproval = true } });

        var page = Open<EditVisitPage>();

        Assert.Contains("only managers can change this", page.Find(".note-warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-save]"));
    }

    [Fact]
    public async Task Save_WithoutATitle_SaysSoAtTheField()
    {
        await WithEditorAsync(Record);
        var page = Open<EditVisitPage>();

        await SaveAsync(page);

        Assert.Contains("Say who came.", ErrorAt(page, "title"), StringComparison.Ordinal);
    }
}
