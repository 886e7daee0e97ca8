using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Changes;

public class ChangeFilterTests
{
    private static readonly RecordBuilder Land = new RecordBuilder().Issue("land")
        .Status("land", Level.Disputed, on: 2).Status("land", Level.Narrowing, on: 5);

    [Theory]
    [InlineData(0, 2, "event-5 event-4")]
    [InlineData(2, 2, "event-3 event-2")]
    [InlineData(4, 2, "event-1")]
    [InlineData(6, 2, "")]
    public void Page_OfFive_CutsTheFeedAndCountsItWhole(int skip, int take, string expected)
    {
        var record = Enumerable.Range(1, 5).Aggregate(new RecordBuilder().Issue("land"), (r, day) => r.Status("land", Level.Disputed, on: day));

        var (items, total) = new ChangeFilter { Subjects = [ChangeSubject.Status] }.Page(record.AsOf(9), skip, take);

        Assert.Equal((expected, 5), (string.Join(' ', items.Select(i => i.Key)), total));
    }

    // Without a filter nothing is looked at but the page; it must cut the same feed all the same. Two agendas stand among the entries.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Page_NothingAsked_CutsTheWholeFeed(int skip)
    {
        var record = new RecordBuilder().Issue("land").Agenda(1, ["land"]).Agenda(3, []);
        var at = Enumerable.Range(1, 5).Aggregate(record, (r, day) => r.Status("land", Level.Disputed, on: day)).AsOf(4);

        var (items, total) = new ChangeFilter().Page(at, skip, 2);

        Assert.Equal(6, total);
        Assert.Equal(ChangeFeed.Of(at).Skip(skip).Take(2).Select(i => $"{i.Subject} {i.Key}"), items.Select(i => $"{i.Subject} {i.Key}"));
    }

    // Both ways by which part of the feed is found without going through all of it.
    [Fact]
    public async Task PartsOfTheFeed_Example_AreWhatTheWholeFeedHas()
    {
        var file = Path.Combine(SeedFiles.Folder, "example.json");
        var at = new Board((await new NegotiationFileReader().ReadAsync(file, CancellationToken.None)).Record!, 1).AsOf(new DateOnly(2025, 9, 30));
        static bool IsOfTalks(ChangeHead head) => head.Subject is ChangeSubject.Agenda or ChangeSubject.Draft or ChangeSubject.Round;
        var ofTalks = Keys(ChangeFeed.Of(at, IsOfTalks));

        Assert.NotEmpty(ofTalks);
        Assert.Equal(ofTalks, Keys(ChangeFeed.OfDescriptions(at, IsOfTalks)));
        Assert.Equal(
            Keys(ChangeFeed.Of(at, head => head.Superseded || head.Entry == EntryKind.Retraction)), Keys(ChangeFeed.NotCounted(at)));
        Assert.NotEmpty(ChangeFeed.NotCounted(at));
        Assert.Equal(ChangeFeed.Of(at).Count(), new ChangeFilter().Page(at, 0, 1).Total);

        static IEnumerable<string> Keys(IEnumerable<ChangeItem> items) => items.Select(item => $"{item.Subject} {item.Key} {item.Date}");
    }

    [Fact]
    public void Page_Person_OnlyWhatThePersonRecorded()
    {
        // The builder's status events are the editor's; of its positions it is not kept who entered them.
        var record = Land.Build();
        StatusEvent[] events = [record.StatusEvents[0] with { RecordedBy = "another" }, record.StatusEvents[1]];
        var at = new Board(record with { StatusEvents = events }, 1).AsOf(Day(9));

        Assert.Equal(["another", "editor"], at.Board.Recorders);
        Assert.Equal("event-1", Assert.Single(new ChangeFilter { RecordedBy = ["another"] }.Page(at, 0, 100).Items).Key);
        Assert.Single(new ChangeFilter { RecordedBy = ["nobody", "another"] }.Page(at, 0, 100).Items);
        Assert.Empty(new ChangeFilter { RecordedBy = ["nobody"] }.Page(at, 0, 100).Items);
    }

    [Fact]
    public void Page_Person_AgendasDraftsOffersAndRoundsToo()
    {
        var record = Land.Build();
        var named = record with
        {
            AgendaVersions = [record.AgendaVersions[0] with { RecordedBy = "Ann" }],
            Rounds = [Talks with { RecordedBy = "Ann" }],
            Offers = [Made with { RecordedBy = "Ann" }],
            Drafts = [new() { Key = "text", Title = "Text", RecordedAt = At(4), Versions = [Version(1, "Ann"), Version(2, "Ben")] }],
        };
        var at = new Board(named, 1).AsOf(Day(9));

        Assert.Equal(["Ann", "Ben", "editor"], at.Board.Recorders);
        Assert.Equal(
            ["Draft 1", "Offer ", "Round ", "Agenda "],
            new ChangeFilter { RecordedBy = ["Ann"] }.Page(at, 0, 100).Items.Select(item => $"{item.Subject} {item.Version}"));
        Assert.Equal(2, Assert.Single(new ChangeFilter { RecordedBy = ["Ben"] }.Page(at, 0, 100).Items).Version);
    }

    // Land is on the agenda, discussed in the round, covered by the draft and offered on; sea is on the agenda alone.
    [Theory]
    [InlineData("land", "Draft Offer Round Status Agenda")]
    [InlineData("sea", "Agenda")]
    public void Page_Issue_WhatBearsOnItAmongOthersToo(string issue, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', new ChangeFilter { Issues = [issue] }.Page(Linked.AsOf(Day(9)), 0, 100).Items.Select(item => item.Subject)));

    // b hosts the round, is offered to and holds the draft; the status event is between a and b; c has only not seen the draft.
    [Theory]
    [InlineData("b", "Draft Offer Round Status")]
    [InlineData("c", "Draft")]
    public void Page_Party_WhatItTakesPartInToo(string party, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', new ChangeFilter { Parties = [party] }.Page(Linked.AsOf(Day(9)), 0, 100).Items.Select(item => item.Subject)));

    private static Round Talks =>
        new() { Key = "talks", Title = "Talks", State = RoundState.Held, StartsOn = Day(2), AnnouncedOn = Day(1), RecordedAt = At(2) };

    private static Offer Made =>
        new() { Key = "offer", Title = "Offer", ByPartyKey = "a", OfferedOn = Day(3), Validity = Validity.OpenEnded, RecordedAt = At(3) };

    private static Board Linked => new(
        new RecordBuilder().Issue("land").Issue("sea").Status("land", Level.Disputed, on: 2).Build() with
        {
            Rounds = [Talks with { StartsOn = Day(3), IssueKeys = ["land"], HostKeys = ["b"] }],
            Offers = [Made with { OfferedOn = Day(4), ToPartyKeys = ["b"], IssueKeys = ["land"] }],
            Drafts =
            [
                new()
                {
                    Key = "text",
                    Title = "Text",
                    IssueKeys = ["land"],
                    RecordedAt = At(5),
                    Versions = [Version(2, "Ann") with { HeldByKeys = ["a", "b"], NotSeenByKeys = ["c"] }],
                },
            ],
        },
        1);

    private static DraftVersion Version(int number, string by) =>
        new() { Number = number, Date = Day(3 + number), Citations = [Cited], RecordedAt = At(4), RecordedBy = by };
}
