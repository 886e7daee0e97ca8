using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Claims;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Outcomes;
using PeaceTracker.Web.Features.Positions;
using PeaceTracker.Web.Tests.Editing;

namespace PeaceTracker.Web.Tests.Rows;

/// <summary>Forms that are opened with what the new row is about.</summary>
public class RecordHereTests : FormPageTests
{
    // Three parties, each two of which make a pair, and an issue that names all pairs.
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(2, Level.Disputed).Build();

    private static Issue Issue => Record.Issues[0];

    private static string Dyad => Issue.DyadKeys[0];

    [Fact]
    public async Task Open_WithIssueAndPair_HasThemChosen()
    {
        await WithEditorAsync(Record);
        At($"status-events/new?issue={Issue.Key}&dyad={Dyad}");

        var page = Open<EditStatusEventPage>();

        Assert.Equal((Issue.Key, Dyad), (Chosen(page, "issue"), Chosen(page, "dyad")));
        Assert.Contains("As it stands", page.Find(".standing-now").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithANameThatIsNotThere_SaysSoAndLeavesTheFieldEmpty()
    {
        await WithEditorAsync(Record);
        At($"status-events/new?issue=%3Cb%3Egone&dyad={Dyad}&fbclid=1");

        var page = Open<EditStatusEventPage>();

        Assert.Equal(("", Dyad), (Chosen(page, "issue"), Chosen(page, "dyad")));
        Assert.Equal(
            "The address names “<b>gone”, which is not on this board now, so it is left out.",
            Assert.Single(page.FindAll("p.note[role=status]")).TextContent);
    }

    [Fact]
    public async Task Open_WithWhatAClaimSpeaksOf_HasItChosen()
    {
        await WithEditorAsync(Record);
        At($"claims/new?issue={Issue.Key}");

        var page = Open<EditClaimPage>();

        Assert.Contains(Issue.Title, page.Find("#field-issues").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithAPartyAndAnIssue_BeginsAPosition()
    {
        await WithEditorAsync(Record);
        At($"positions/new?issue={Issue.Key}&party={Record.Parties[1].Key}");

        var page = Open<EditPositionPage>();

        Assert.Equal((Issue.Key, Record.Parties[1].Key), (Chosen(page, "issue"), Chosen(page, "party")));
    }

    [Fact]
    public async Task Open_AnOutcomeWithIssueAndPair_BeginsWithTheIssueThatMoved()
    {
        await WithEditorAsync(Record);
        At($"outcome/{Guid.Empty}?issue={Issue.Key}&dyad={Dyad}");

        var page = Opened(Render<OutcomePage>(p => p.Add(o => o.Slug, RecordBuilder.Slug).Add(o => o.Id, Guid.NewGuid())));

        Assert.Equal((Issue.Key, Dyad), (Chosen(page, "statusEvents-0--issue"), Chosen(page, "statusEvents-0--dyad")));
    }

    [Fact]
    public async Task Type_IntoThePlainForm_IsNotInTheOneThatIsFilledIn()
    {
        await WithEditorAsync(Record);
        At("status-events/new");
        var plain = Open<EditStatusEventPage>();
        await TypeAsync(plain, "rationale", "Half typed");
        await DisposeComponentsAsync();

        At($"status-events/new?issue={Issue.Key}&dyad={Dyad}&utm_source=mail");
        var page = Open<EditStatusEventPage>();
        Assert.Equal((Issue.Key, ""), (Chosen(page, "issue"), page.Find("#field-rationale").GetAttribute("value") ?? ""));
        await TypeAsync(page, "rationale", "Typed here");
        await DisposeComponentsAsync();

        At("status-events/new");
        page = Open<EditStatusEventPage>();
        Assert.Equal(("", "Half typed"), (Chosen(page, "issue"), page.Find("#field-rationale").GetAttribute("value")));
        await DisposeComponentsAsync();

        // What hangs on an address on its way, and says nothing of the form, is no part of it.
        At($"status-events/new?dyad={Dyad}&issue={Issue.Key}");
        Assert.Equal("Typed here", Open<EditStatusEventPage>().Find("#field-rationale").GetAttribute("value"));
    }

    private void At(string path) =>
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/negotiations/{RecordBuilder.Slug}/edit/{path}");

    private static string Chosen(IRenderedComponent<IComponent> page, string field) =>
        page.Find($"#field-{field} option[selected]").GetAttribute("value") ?? "";
}
