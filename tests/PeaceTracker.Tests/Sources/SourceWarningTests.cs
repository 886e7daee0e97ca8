using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Sources;
using PeaceTracker.Testing;
using static PeaceTracker.Testing.RecordBuilder;

namespace PeaceTracker.Tests.Sources;

public class SourceWarningTests
{
    // One status event of 4 January, citing a source of 1 January; the issue and the agenda of that day cite it too.
    private static readonly NegotiationRecord Record = new RecordBuilder().Issue("first").Status("first", Level.Disputed, on: 4).Build();

    private static Source There => Record.Sources[0] with
    {
        Headline = "Envoys report on the talks in Vienna", Url = "https://www.example.org/vienna/?utm_source=mail",
    };

    private static Source New => There with { Key = "", Headline = "Something else", Url = "https://example.org/berlin" };

    [Fact]
    public void Of_AddressThatIsThereInOtherLetters_NamesTheOneThatIs()
    {
        var warning = Assert.Single(Of(New with { Url = "http://example.org/vienna" }));

        Assert.Equal((SourceWarningKind.SameAddress, "url", There.Key), (warning.Kind, warning.Field, warning.Source.Key));
    }

    [Fact]
    public void Of_AddressThatIsThereAsAnArchivedCopy_NamesIt() => Assert.Equal(
        SourceWarningKind.SameAddress,
        Assert.Single(Of(New with { Url = null, ArchivedUrl = "https://example.org/vienna#fold" })).Kind);

    // Seven words there. One of seven is another: 6 of 8 in all are the same, 75%. Two others: 5 of 9.
    [Theory]
    [InlineData("Envoys report on the talks in Vienna!", true)]
    [InlineData("ENVOYS report on the talks in Geneva", true)]
    [InlineData("Envoys argue on the talks in Geneva", false)]
    [InlineData("Vienna", false)]
    public void Of_HeadlineMuchLikeOneThatIsThere_SaysSo(string headline, bool alike)
    {
        var warnings = Of(New with { Headline = headline });

        Assert.Equal(alike ? [SourceWarningKind.LikeHeadline] : [], warnings.Select(warning => warning.Kind));
        Assert.All(warnings, warning => Assert.Equal(("headline", There.Key), (warning.Field, warning.Source.Key)));
    }

    [Fact]
    public void Of_SourceThatWasRetractedOrIsItself_SaysNothing()
    {
        Assert.Empty(SourceWarning.Of(With(There), There, There));
        Assert.Empty(SourceWarning.Of(With(There with { Retracted = new Retraction { At = At(5), Reason = "Twice." } }), There with { Key = "" }));
    }

    [Fact]
    public void Of_EntryNewerThanItsSource_SaysWhichAndWhere()
    {
        var step = Record.StatusEvents[0];
        var citations = new[] { Cited with { SourceKey = "later" }, Cited };
        var later = Record.Sources[0] with { Key = "later", PublishedOn = Day(4) };

        var warning = Assert.Single(SourceWarning.Of(With(Record.Sources[0], later), step with { Citations = citations }));

        Assert.Equal((SourceWarningKind.OlderThanCitedFor, "citations[1].source"), (warning.Kind, warning.Field));
        Assert.Equal((DateAsKnown?)Day(4), warning.Day);
    }

    // The claim was made on 4 January. Something of the 1st can't print it, whatever day is given for its publication; of a claim that is still to be
    // chosen the day of publication is all there is.
    [Theory]
    [InlineData("claim-1", 1, 4)]
    [InlineData("claim-1", 6, 6)]
    [InlineData(null, 1, null)]
    public void Of_AppearanceOfAClaimNewerThanItsSource_SaysSo(string? claim, int published, int? day)
    {
        var record = new RecordBuilder().Issue("first").Claim(90, on: 4).Build();
        var added = new ClaimAppearance
        {
            Key = "", ClaimKey = claim!, Citation = Cited, OccurredOn = Day(published), RecordedAt = default,
        };

        var warnings = SourceWarning.Of(record, added);

        Assert.Equal(day is { } on ? [(DateAsKnown?)Day(on)] : [], warnings.Select(warning => warning.Day));
        Assert.All(warnings, warning => Assert.Equal((SourceWarningKind.OlderThanCitedFor, "citation.source"), (warning.Kind, warning.Field)));
    }

    // 4 January 2026 is a Sunday: the week of 29 December ends on it, the month of January goes on.
    [Theory]
    [InlineData("2025-12-29", DatePrecision.Week, false)]
    [InlineData("2025-12-22", DatePrecision.Week, true)]
    [InlineData("2026-01-01", DatePrecision.Month, false)]
    [InlineData("2025-12-01", DatePrecision.Month, true)]
    [InlineData("2026-01-04", DatePrecision.Day, false)]
    public void Of_SourceKnownToTheWeekOrMonth_IsOlderOnlyWhereItMustBe(string date, DatePrecision precision, bool older)
    {
        var source = Record.Sources[0] with { PublishedOn = DateOnly.Parse(date, null), Precision = precision };

        Assert.Equal(older, SourceWarning.Of(With(source), Record.StatusEvents[0]).Count > 0);
    }

    [Fact]
    public void Of_DateMovedBeforeWhatRestsOnIt_CountsThatAndNamesTheNewest()
    {
        // The event of 4 January and the agenda of the 1st, both newer than 31 December; that an issue is named has no day.
        var warning = Assert.Single(SourceWarning.Of(Record, Record.Sources[0] with { PublishedOn = Day(0) }, Record.Sources[0]));

        Assert.Equal(
            (SourceWarningKind.OlderThanWhatRests, "publishedOn", 2, (DateAsKnown?)Day(4)),
            (warning.Kind, warning.Field, warning.Facts, warning.Day));
    }

    [Fact]
    public void Of_DateThatWasWrongBefore_SaysNothingUntilItIsTouched() =>
        Assert.Empty(SourceWarning.Of(Record, Record.Sources[0] with { Headline = "Corrected" }, Record.Sources[0]));

    private static IReadOnlyList<SourceWarning> Of(Source source) => SourceWarning.Of(With(There), source);

    private static NegotiationRecord With(params Source[] sources) => Record with { Sources = sources };
}
