using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Services.Pairs;
using PeaceTracker.Services.Positions;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Agreement;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Features.Drafts;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Negotiations;
using PeaceTracker.Web.Features.Pairs;
using PeaceTracker.Web.Features.Positions;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared.Pictures;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Pictures;

/// <summary>Names of any length and script are in a picture whole, and within its frame.</summary>
public class HostileNamesTests : ComponentTests
{
    private const int Margin = 30;

    // By its last letter it is told which of the names is meant.
    private const char OfIssue = 'i', OfCategory = 'c', OfParty = 'p', OfDraft = 'd', OfOffer = 'o', OfBoard = 'b', OfClaimant = 'k';

    public static TheoryData<string> Names =>
    [
        new string('W', 80), string.Concat(Enumerable.Repeat("和平协议", 20)), new string('a', 29) + "👩‍👩‍👧‍👦" + new string('b', 60),
        "اتفاق السلام الشامل والدائم بين جميع الأطراف المعنية في المنطقة الحدودية المتنازع عليها",
        "การเจรจาสันติภาพอย่างยั่งยืนระหว่างทุกฝ่ายที่เกี่ยวข้องในพื้นที่ชายแดนที่ขัดแย้ง", string.Join(' ', Enumerable.Repeat("Wm", 40)),
        string.Concat(Enumerable.Repeat("😀", 80)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Png_EveryNameSoLong_StaysWithinTheFrame(string name)
    {
        var at = Named(name).AsOf(RecordBuilder.Day(10));
        List<(string What, string Svg, string Names)> drawings =
        [
            ("every issue", await DrawnAsync<UnitImage>(at), $"{OfIssue}"), ("by pair", await DrawnAsync<BarImage>(at), $"{OfParty}"),
            ("by category", await DrawnAsync<BarImage>(at, (nameof(BarImage.ByCategory), true)), $"{OfCategory}"),
            ("firm", await DrawnAsync<RangeImage>(at), ""),
            ("pairs", await DrawnAsync<PairImage>(at, (nameof(PairImage.Lines), PairLines.Of(at))), $"{OfParty}"),
            ("matrix", await DrawnAsync<MatrixImage>(at, (nameof(MatrixImage.View), MatrixView.Of(at))), $"{OfIssue}{OfCategory}{OfParty}"),
            ("paths", await DrawnAsync<PathsImage>(at), $"{OfIssue}{OfCategory}"), ("links", await DrawnAsync<LinkImage>(at), $"{OfIssue}"),
            ("timeline", await DrawnAsync<TimelineImage>(at, (nameof(TimelineImage.View), IssueView.Of(at, "a")!)), $"{OfParty}"),
            ("comparison", await DrawnAsync<ComparisonImage>(at,
                (nameof(ComparisonImage.View), DateComparison.Between(
                    at.Board, RecordBuilder.Day(2), RecordBuilder.Day(9), null)), (nameof(ComparisonImage.Page), "/")), $"{OfIssue}"),
        ];

        AssertWhole(name, drawings);
    }

    // What only a longer negotiation has: rounds, drafts, offers, claims, pairs of several parties, several boards.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Png_EveryNameOfAWholeNegotiationSoLong_StaysWithinTheFrame(string name)
    {
        var file = await new NegotiationFileReader().ReadAsync(
            Repository.PathOf("seeds", $"{SeedFile.Example}.json"), Xunit.TestContext.Current.CancellationToken);
        var day = new DateOnly(2025, 9, 12);
        var board = new Board(Renamed(file.Record!, name), 1);
        var at = board.AsOf(day);
        var pair = PairView.Of(at, "elorie-nahrazan")!;
        var draft = at.Drafts.First(draft => BracketBars.Known(draft).Count > 1);
        AssertWhole(name,
        [
            ("shares", await DrawnAsync<ShareImage>(at), $"{OfClaimant}"), ("claimed", await DrawnAsync<GapImage>(at), $"{OfClaimant}"),
            ("card", await DrawnAsync<CardImage>(at), $"{OfBoard}{OfClaimant}"),
            ("calendar", await DrawnAsync<CalendarImage>(at), $"{OfDraft}{OfOffer}"),
            ("calendar of a pair", await DrawnAsync<CalendarImage>(at, (nameof(CalendarImage.Pair), pair)), $"{OfParty}"),
            ("a pair", await DrawnAsync<PairImage>(at, (nameof(PairImage.Lines), PairLines.Of(pair))), $"{OfParty}"),
            ("brackets", await DrawnAsync<BracketImage>(at, (nameof(BracketImage.Draft), draft)), $"{OfDraft}"),
            ("portfolio", await BoardPictures.SvgAsync<PortfolioImage>(Services,
            [
                (nameof(PortfolioImage.Entries), new List<PortfolioEntry> { PortfolioEntry.Of(board, day, null) }),
                (nameof(PortfolioImage.Frame), new PictureFrame(name, name, name, name, "https://board.example/")),
            ]), $"{OfBoard}{OfClaimant}"),
        ]);
    }

    // The left figure has 540 pixels, from 60 to 600. In the large type these thirteen characters would be about 570 wide.
    [Fact]
    public async Task Card_FigureOfManyPoints_EndsBeforeTheOther()
    {
        var at = new RecordBuilder().Issue("a").Claim(null, agreed: 9000, points: 10000).AsOf(10);

        var svg = await DrawnAsync<CardImage>(at);

        Assert.Contains("9000 of 10000", XDocument.Parse(svg).Root!.Value, StringComparison.Ordinal);
        Assert.True(new PngImage(PngPicture.Of(svg)).IsWhite(2 * 600, 2 * 240, 2 * 638, 2 * 340), "The claimed figure runs into the other.");
    }

    // 103 days on an axis of 1,030 pixels are nearly 10 pixels each: the first version has 29, room for its number alone; the second, of one day,
    // for nothing; the third for its name.
    [Fact]
    public async Task Calendar_BarTooNarrowForItsName_HasItsNumber()
    {
        var record = new RecordBuilder().Issue("a").Build() with
        {
            Drafts = [new() { Key = "text", Title = "Text on the return of prisoners", RecordedAt = RecordBuilder.At(1),
                Versions = [Version(1, 1), Version(2, 4), Version(3, 5)] }],
        };

        var drawing = XDocument.Parse(await DrawnAsync<CalendarImage>(new Board(record, 1).AsOf(RecordBuilder.Day(104))));

        var words = drawing.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.Contains("(1)", words);
        Assert.DoesNotContain("(2)", words);
        Assert.Contains("Text on the return of prisoners, version 3", words);
        Assert.Contains(words, line => line.StartsWith("(1) Text on the return of prisoners, version 1", StringComparison.Ordinal));

        static DraftVersion Version(int number, int day) => new()
            { Number = number, Date = RecordBuilder.Day(day), Citations = [RecordBuilder.Cited], RecordedAt = RecordBuilder.At(day) };
    }

    // The title of a picture is broken into lines, and all of it is there.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Svg_ATitleSoLong_IsThereWhole(string name)
    {
        var root = XDocument.Parse(await DrawnAsync<UnitImage>(Named(name).AsOf(RecordBuilder.Day(10)))).Root!;

        var title = string.Concat(root.Descendants().Where(e => e.Name.LocalName == "text" && (string?)e.Attribute("class") == "title")
            .Select(e => e.Value.Replace(" ", "", StringComparison.Ordinal)));
        Assert.StartsWith(name.Replace(" ", "", StringComparison.Ordinal), title, StringComparison.Ordinal);
    }

    private static void AssertWhole(string name, IReadOnlyList<(string What, string Svg, string Names)> drawings)
    {
        foreach (var (what, svg, names) in drawings)
        {
            var (image, root) = (new PngImage(PngPicture.Of(svg)), XDocument.Parse(svg).Root!);
            Assert.True(image.IsPng, what);
            var left = what == "card" ? 12 * 2 : 0; // a bar lies across the head of the card
            Assert.True(image.IsWhite(image.Width - Margin, left, image.Width, image.Height), $"{what} runs out at the right.");
            Assert.True(image.IsWhite(0, left, Margin, image.Height), $"{what} runs out at the left.");
            Assert.DoesNotContain("\uFFFD", root.Value, StringComparison.Ordinal);
            var lines = root.Descendants().Where(e => e.Name.LocalName == "text").ToList();
            var words = WithoutBlanks(string.Concat(lines.Select(e => e.Value)));

            // A claimant who begins a sentence begins it with a capital.
            foreach (var end in names)
            {
                Assert.True(
                    words.Contains(WithoutBlanks(name + end), StringComparison.OrdinalIgnoreCase), $"{what} has no whole name of kind {end}.");
            }

            // A cause in the chart of shares is told in full under it.
            Assert.True(what == "shares" || !root.Value.Contains('…', StringComparison.Ordinal), $"{what} cuts something.");

            // An emoji that is cut has lost a part of itself: whoever shows it shows two others.
            Assert.DoesNotContain(lines.Select(e => e.Value), line => line.EndsWith('\u200D') || line.EndsWith('\uD83D'));

            // Nothing stands below the edge of the picture.
            Assert.True(image.IsWhite(0, image.Height - 10, image.Width, image.Height), $"{what} runs out at the foot.");
        }
    }

    private static string WithoutBlanks(string words) => string.Concat(
        words.Where(c => !char.IsWhiteSpace(c) && c is not (>= '\u2066' and <= '\u2069')));

    private static NegotiationRecord Renamed(NegotiationRecord record, string name) => record with
    {
        Negotiation = record.Negotiation with { Title = name + OfBoard },
        Issues = [.. record.Issues.Select(issue => issue with { Title = name + OfIssue, Category = name + OfCategory })],
        Parties = [.. record.Parties.Select(party => party with { Name = name + OfParty, ShortName = name + OfParty })],
        Rounds = [.. record.Rounds.Select(round => round with { Title = name })],
        Drafts = [.. record.Drafts.Select(draft => draft with { Title = name + OfDraft })],
        Offers = [.. record.Offers.Select(offer => offer with { Title = name + OfOffer })],
        Claims = [.. record.Claims.Select(claim => claim with
        {
            Claimants = [.. claim.Claimants.Select(claimant => claimant with { Name = name + OfClaimant })],
        })],
    };

    private static Board Named(string name)
    {
        var record = new RecordBuilder().Issue("a").Issue("b", dependsOn: ["a"]).Issue("c", dependsOn: ["b"])
            .Status("a", Level.Disputed, 1).Status("b", Level.Disputed, 1).Status("c", Level.Narrowing, 1).Status("a", Level.AgreedInPrinciple, 3)
            .Status("b", Level.Narrowing, 5).Board().Record;
        return new Board(Renamed(record, name), 1);
    }

    private Task<string> DrawnAsync<T>(BoardSnapshot at, params (string Name, object? Value)[] also) where T : IComponent =>
        BoardPictures.SvgAsync<T>(Services,
        [
            (nameof(BoardPicture.At), at), (nameof(BoardPicture.Dated), new BoardAddress("talks", new(RecordBuilder.Day(10), null, 1))),
            (nameof(BoardPicture.Absolute), (Func<string, string>)(path => "https://board.example" + path)), .. also,
        ]);
}
