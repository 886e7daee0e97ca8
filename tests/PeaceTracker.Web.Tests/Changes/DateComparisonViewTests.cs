using AngleSharp.Dom;
using Bunit;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary>
/// Day 4 against day 7 of talks that turned their agenda over on day 5: of land, sea, air, toll and rail, land was split, sea and air
/// were merged, toll was dropped and water added. By day 7 one part of the land is agreed; rail was agreed before, then fell.
/// </summary>
public class DateComparisonViewTests : ComponentTests
{
    private static readonly NegotiationRecord Record = Turned();

    [Fact]
    public void Scope_EachKindOfChange_NamesWhatLeftAndWhatCame()
    {
        var scope = Compare().Find("section[aria-labelledby=scope]");

        Assert.Equal(
            ["Split land → north, south", "Merged sea, air → reach", "Dropped toll Left to the courts.", "Added water"],
            scope.QuerySelectorAll("ul.list-rows > li").Select(Flat));
        Assert.Equal(
            ["Newly in scope (4)", "No longer in scope (4)"], scope.QuerySelectorAll("dt").Select(Flat));
        // In the order of the agendas, with the level on the day when each was in scope.
        Assert.Equal(
            [
                "north (Agreed in principle), south (Unknown), reach (Unknown), water (Unknown)",
                "land (Disputed), sea (Unknown), air (Unknown), toll (Disputed)",
            ],
            scope.QuerySelectorAll("dd").Select(Flat));
    }

    [Fact]
    public void Moved_IssueOnBothAgendas_FellAndIsReopened()
    {
        var moved = Compare().Find("section[aria-labelledby=moved]");

        Assert.Equal(["Fell (1)", "Reopened (1)"], moved.QuerySelectorAll("h3").Select(Flat));
        Assert.Equal(["rail", "rail"], moved.QuerySelectorAll("a[href*='/issues/']").Select(Flat));
    }

    // Rail was the one of five agreed, then north is. Rail alone is on both agendas: of one in one, none is left (−100 points, by statuses);
    // the whole stands where it stood, so that scope brought as much (+100).
    [Fact]
    public void Shares_SameCountByAnotherIssue_AreSplitIntoTwoEffectsWithTheIssuesBehind()
    {
        var comparison = Compare().Find("section[aria-labelledby=comparison]");

        var agreed = comparison.QuerySelector("tbody tr")!;
        Assert.Equal(
            ["1 of 5 (20%)", "1 of 5 (20%)", "0 points", "−100 points", "+100 points", "0 points"], agreed.QuerySelectorAll("td").Select(Flat));
        var behind = Flat(comparison.QuerySelector("details")!);
        Assert.Contains("no longer counted (1): rail", behind, StringComparison.Ordinal);
        Assert.Contains("4 added (1 counted), 4 dropped (0 counted). added, counted: north", behind, StringComparison.Ordinal);
    }

    // Five issues, one of them agreed. Until day 5 that one weighs 1 and the others 1 each: 1 of 5 by weight, too. From day 5 on it weighs 4:
    // 4 of 8. No level moved, so all of the +30 points is weight effect; the agreed share, which counts each alike, stays where it was.
    [Fact]
    public void Judged_AWeightRaisedOnADay_IsNamedAndItsEffectIsPrinted()
    {
        var builder = new RecordBuilder().Issue("toll", salience: 4).WasJudged("toll", until: 5, salience: 1, ["a-b"])
            .Status("toll", Level.TextAgreed);
        foreach (var key in new[] { "land", "sea", "air", "rail" })
        {
            builder.Issue(key, salience: 1).Status(key, Level.Disputed);
        }

        var page = Compare(builder.Build());

        var rows = page.FindAll("section[aria-labelledby=comparison] table tbody tr");
        Assert.Equal(
            ["20%", "50%", "+30 points", "0 points", "0 points", "+30 points"], rows[^1].QuerySelectorAll("td").Select(Flat));
        Assert.Equal(["0 points", "0 points", "0 points", "0 points"], rows[0].QuerySelectorAll("td").Skip(2).Select(Flat));
        Assert.Equal("5 January 2026: toll Salience: 1 → 4", Flat(page.Find("section[aria-labelledby=judged] li")));
    }

    [Fact]
    public void Judged_TheStalenessLimitChanged_IsNamedInTheWordsOfItsForm()
    {
        var record = new RecordBuilder().StaleAfter(14).Issue("toll").Build();
        record = record with
        {
            Negotiation = record.Negotiation with { Earlier = [new() { Until = Day(5), StalenessDays = 30, RecordedAt = At(5) }] },
        };

        Assert.Equal(
            "5 January 2026: Talks Evidence is stale after, in days: 30 → 14",
            Flat(Compare(record).Find("section[aria-labelledby=judged] li")));
    }

    [Fact]
    public void Judged_NothingOtherwise_IsNotMentioned() => Assert.Empty(Compare().FindAll("section[aria-labelledby=judged]"));

    [Fact]
    public void Drafts_NewVersionOfThoseDays_IsNamedAndTheEarlierIsNot()
    {
        var drafts = Compare().FindAll("section[aria-labelledby=new] ul.list-rows > li");

        Assert.Equal("6 January 2026: Text, version 2Cleaner. [An agency, P1] High confidence", Flat(Assert.Single(drafts)));
    }

    // The seventh day is the last of the comparison; the claim of the fourth was there before.
    [Fact]
    public void New_ClaimOfThoseDays_IsNamedWithFigureAndScope()
    {
        var page = Compare(new RecordBuilder().Issue("x").Claim(60, on: 4).Claim(90, "a-b", points: 20, on: 7).Build());

        Assert.Equal(
            ["Positions that changed (0)", "Draft versions (0)", "Claims made (1)"], page.FindAll("section[aria-labelledby=new] h3").Select(Flat));
        Assert.StartsWith(
            "7 January 2026: An official (anonymous): 90% of the 20 issues, broad agreementBetween",
            Flat(page.Find("section[aria-labelledby=new] li")), StringComparison.Ordinal);
    }

    [Fact]
    public void Moved_OnlyBetweenPairs_IsNotCalledNothing()
    {
        var page = Compare(new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("land", dyads: ["a-b", "a-c"])
            .Status("land", Level.Disputed).Status("land", Level.Disputed, dyad: "a-c").Status("land", Level.Narrowing, on: 6, dyad: "a-c").Build());
        var moved = page.Find("section[aria-labelledby=moved]");

        Assert.Contains("something moved between pairs", Flat(moved), StringComparison.Ordinal);
        Assert.Equal(["Moved between pairs (1)"], moved.QuerySelectorAll("h3").Select(Flat));
    }

    private IRenderedComponent<DateComparisonView> Compare(NegotiationRecord? record = null) => Render<DateComparisonView>(p => p
        .AddCascadingValue(new BoardAddress(RecordBuilder.Slug))
        .AddCascadingValue(new ComparedPart(new ChangesQuery([], [], [], [], [], Day(4), Day(7), false), 1))
        .Add(x => x.View, DateComparison.Between(new Board(record ?? Record, 1), Day(4), Day(7), null)));

    private static string Flat(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static NegotiationRecord Turned()
    {
        string[] before = ["land", "sea", "air", "toll", "rail"];
        string[] after = ["north", "south", "reach", "water", "rail"];
        var builder = before.Union(after).Aggregate(new RecordBuilder(), (r, key) => r.Issue(key))
            .Agenda(1, before).Agenda(5, after)
            .Status("land", Level.Disputed, on: 2).Status("toll", Level.Disputed, on: 2)
            .Status("rail", Level.AgreedInPrinciple, on: 3).Status("rail", Level.Disputed, on: 6)
            .Status("north", Level.AgreedInPrinciple, on: 6);
        var record = builder.Build();
        ScopeChange[] changes =
        [
            new() { Kind = ScopeChangeKind.Split, FromIssueKeys = ["land"], ToIssueKeys = ["north", "south"] },
            new() { Kind = ScopeChangeKind.Merged, FromIssueKeys = ["sea", "air"], ToIssueKeys = ["reach"] },
            new() { Kind = ScopeChangeKind.Dropped, FromIssueKeys = ["toll"], Note = "Left to the courts." },
            new() { Kind = ScopeChangeKind.Added, ToIssueKeys = ["water"] },
        ];
        return record with
        {
            AgendaVersions = [record.AgendaVersions[0], record.AgendaVersions[1] with { ScopeChanges = changes }],
            Drafts = [new() { Key = "text", Title = "Text", RecordedAt = At(3), Versions = [Version(1, 3, null), Version(2, 6, "Cleaner.")] }],
        };
    }

    private static DraftVersion Version(int number, int day, string? note) =>
        new() { Number = number, Date = Day(day), Note = note, Citations = [Cited], RecordedAt = At(day) };
}
