using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Parties;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Drafts;

/// <summary>Who has seen a version of a draft since when, has not, or of whom it is not known.</summary>
public class SeenByTests
{
    // The version is of 5 January, held by a, and seen by b since the 9th.
    private static readonly Board Board = new(Record(new SeenBy { PartyKey = "b", Since = Day(9) }), 1);

    [Theory]
    [InlineData(8, "b", "")]
    [InlineData(9, "", "b")]
    public void AsOf_SeenSinceADay_WasNotSeenBefore(int day, string notSeen, string seen)
    {
        var version = DraftView.Of(Board.AsOf(Day(day)), "text")!.Latest;

        Assert.Equal(notSeen, string.Join(',', version.NotSeenByKeys));
        Assert.Equal(seen, string.Join(',', version.SeenBy.Select(by => by.PartyKey)));
    }

    [Fact]
    public void AsOf_SeenWithoutADay_WasFromTheVersionOn() =>
        Assert.Empty(DraftView.Of(new Board(Record(new SeenBy { PartyKey = "b" }), 1).AsOf(Day(5)), "text")!.Latest.NotSeenByKeys);

    // Both parties of the required dyad are principals; b has to see it.
    [Fact]
    public void Attention_UntilTheDayOfSeeing_NamesTheDraft()
    {
        Assert.Contains(Attention.Of(Board.AsOf(Day(8))), item => item.Reason == AttentionReason.DraftNotSeen && item.PartyKeys.SequenceEqual(["b"]));
        Assert.DoesNotContain(Attention.Of(Board.AsOf(Day(9))), item => item.Reason == AttentionReason.DraftNotSeen);
        Assert.Equal("text", Assert.Single(PartyView.Of(Board.AsOf(Day(8)), "b")!.NotSeen).Key);
        Assert.Empty(PartyView.Of(Board.AsOf(Day(9)), "b")!.NotSeen);
    }

    [Fact]
    public void Feed_SeenAfterTheVersion_IsNewsOfItsOwnDay()
    {
        var news = ChangeFeed.Of(Board.AsOf(Day(20)), head => head.Subject == ChangeSubject.Draft).ToList();

        Assert.Equal([(Day(9), "b"), (Day(5), null)], news.Select(item => (item.Date, item.PartyKey)));
        Assert.Equal(Day(9), Board.AsOf(Day(6)).ChangedAfter);
        // Before that day the board can't know it.
        Assert.Single(ChangeFeed.Of(Board.AsOf(Day(8)), head => head.Subject == ChangeSubject.Draft));
    }

    [Fact]
    public void NotKnown_PrincipalInNoList_IsNamed()
    {
        Assert.Empty(DraftView.Of(Board.AsOf(Day(9)), "text")!.NotKnown[1]);
        Assert.Equal(["b"], DraftView.Of(new Board(Record(), 1).AsOf(Day(9)), "text")!.NotKnown[1]);
    }

    [Fact]
    public void After_AVersion_IsAsLongAndInTheSameHands()
    {
        var before = new DraftVersionForm
        {
            Pages = 3, Points = 20, BracketedPassages = 7, Date = Day(5), HeldByKeys = ["a"], NotSeenByKeys = ["c"], Note = "The first.",
            SeenBy = [new SeenByForm { PartyKey = "b", Since = Day(9) }], RecordedAt = At(5), Citations = [new() { SourceKey = "report" }],
        };

        var after = DraftVersionForm.After(before);

        Assert.Equal((3, 20, null, null, ""), (after.Pages, after.Points, after.BracketedPassages, after.Date, after.Note));
        Assert.Equal(("a", "c"), (Assert.Single(after.HeldByKeys), Assert.Single(after.NotSeenByKeys)));
        // That b saw the first version on the 9th says nothing of the day on which it saw this one.
        Assert.Equal(("b", null), (Assert.Single(after.SeenBy).PartyKey, after.SeenBy[0].Since));
        Assert.Empty(after.Citations);
        Assert.Equal(default, after.RecordedAt);
        Assert.True(after.IsAsAfter(before));
        after.Pages = 4;
        Assert.False(after.IsAsAfter(before));
    }

    private static NegotiationRecord Record(params SeenBy[] seen)
    {
        var record = new RecordBuilder().Issues(1, null).Build();
        var version = new DraftVersion { Number = 1, Date = Day(5), HeldByKeys = ["a"], SeenBy = seen, Citations = [Cited], RecordedAt = At(5) };
        return record with
        {
            Parties = [.. record.Parties.Select(party => party with { Roles = [new PartyRole { Role = Role.Principal }] })],
            Drafts = [new Draft { Key = "text", Title = "Text", Versions = [version], RecordedAt = At(5) }],
        };
    }
}
