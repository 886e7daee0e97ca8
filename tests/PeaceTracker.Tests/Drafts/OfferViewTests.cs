using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Drafts;

public class OfferViewTests
{
    private static Offer UntilDay9 { get; } = new()
    {
        Key = "dated", Title = "Dated", ByPartyKey = "a", OfferedOn = Day(2), Validity = Validity.UntilDate, ValidUntil = Day(9), RecordedAt = At(2),
    };

    [Theory]
    [InlineData(2, OfferState.Open, 7)]
    [InlineData(9, OfferState.Open, 0)]
    [InlineData(10, OfferState.Lapsed, null)]
    public void DaysLeft_UntilADate_CountsDownToTheLastDay(int day, OfferState state, int? left)
    {
        var view = Assert.Single(Of(day, UntilDay9));
        Assert.Equal(state, view.State);
        Assert.Equal(left, view.DaysLeft);
    }

    [Fact]
    public void DaysLeft_AcceptedBeforeItsLastDay_None()
    {
        var view = Assert.Single(Of(6, UntilDay9 with { EndedOn = Day(5), End = OfferEnd.Accepted }));
        Assert.Equal(OfferState.Accepted, view.State);
        Assert.Null(view.DaysLeft);
    }

    [Fact]
    public void DaysLeft_NotForEver_NoneForNoDateIsGiven() =>
        Assert.Null(Assert.Single(Of(6, UntilDay9 with { Validity = Validity.NotForEver, ValidUntil = null })).DaysLeft);

    [Fact]
    public void Of_LapsedAndOpen_OpenComesFirst() => Assert.Equal(
        ["open", "dated"],
        Of(12, UntilDay9 with { OfferedOn = Day(3) }, UntilDay9 with { Key = "open", Validity = Validity.OpenEnded, ValidUntil = null })
            .Select(v => v.Offer.Key));

    [Fact]
    public void Of_MadeLater_NotThere() => Assert.Empty(Of(1, UntilDay9));

    [Fact]
    public void Drafts_VersionToCome_NotThere()
    {
        var record = new RecordBuilder().Issue("first").Build() with
        {
            Drafts =
            [
                new Draft
                {
                    Key = "text", Title = "Text", IssueKeys = ["first"], RecordedAt = At(1),
                    Versions =
                    [
                        new DraftVersion { Number = 2, Date = Day(6), RecordedAt = At(6) },
                        new DraftVersion { Number = 1, Date = Day(2), RecordedAt = At(2) },
                    ],
                },
            ],
        };
        var board = new Board(record, 1);
        Assert.Null(DraftView.Of(board.AsOf(Day(1)), "text"));
        Assert.Equal(1, DraftView.Of(board.AsOf(Day(5)), "text")!.Latest.Number);
        Assert.Equal(2, DraftView.Of(board.AsOf(Day(6)), "text")!.Latest.Number);
    }

    private static IReadOnlyList<OfferView> Of(int day, params Offer[] offers) =>
        OfferView.Of(new Board(new RecordBuilder().Issue("first").Build() with { Offers = offers }, 1).AsOf(Day(day)), new OfferQuery());
}
