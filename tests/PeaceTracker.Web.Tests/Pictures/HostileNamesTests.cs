using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using PeaceTracker.Domain.Agreement;
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

/// <summary>Names of any length and script stay within the frame of a picture, and are cut between whole characters.</summary>
public class HostileNamesTests : ComponentTests
{
    private const int Margin = 30;

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
        List<(string What, string Svg)> drawings =
        [
            ("shares", await DrawnAsync<ShareImage>(at)), ("every issue", await DrawnAsync<UnitImage>(at)),
            ("by pair", await DrawnAsync<BarImage>(at)),
            ("by category", await DrawnAsync<BarImage>(at, (nameof(BarImage.ByCategory), true))),
            ("claimed", await DrawnAsync<GapImage>(at)), ("firm", await DrawnAsync<RangeImage>(at)), ("card", await DrawnAsync<CardImage>(at)),
            ("pairs", await DrawnAsync<PairImage>(at, (nameof(PairImage.Lines), PairLines.Of(at)))),
            ("matrix", await DrawnAsync<MatrixImage>(at, (nameof(MatrixImage.View), MatrixView.Of(at)))),
            ("paths", await DrawnAsync<PathsImage>(at)), ("links", await DrawnAsync<LinkImage>(at)),
            ("timeline", await DrawnAsync<TimelineImage>(at, (nameof(TimelineImage.View), IssueView.Of(at, "a")!))),
            ("comparison", await DrawnAsync<ComparisonImage>(at,
                (nameof(ComparisonImage.View), DateComparison.Between(
                    at.Board, RecordBuilder.Day(2), RecordBuilder.Day(9), null)), (nameof(ComparisonImage.Page), "/"))),
        ];

        AssertWithin(drawings);
    }

    // What only a longer negotiation has: rounds, drafts, offers, pairs of several parties, several boards.
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
        AssertWithin(
        [
            ("calendar", await DrawnAsync<CalendarImage>(at)),
            ("calendar of a pair", await DrawnAsync<CalendarImage>(at, (nameof(CalendarImage.Pair), pair))),
            ("a pair", await DrawnAsync<PairImage>(at, (nameof(PairImage.Lines), PairLines.Of(pair)))),
            ("brackets", await DrawnAsync<BracketImage>(at, (nameof(BracketImage.Draft), draft))),
            ("portfolio", await BoardPictures.SvgAsync<PortfolioImage>(Services,
            [
                (nameof(PortfolioImage.Entries), new List<PortfolioEntry> { PortfolioEntry.Of(board, day, null) }),
                (nameof(PortfolioImage.Frame), new PictureFrame(name, name, name, name, "https://board.example/")),
            ])),
        ]);
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

    private static void AssertWithin(IReadOnlyList<(string What, string Svg)> drawings)
    {
        foreach (var (what, svg) in drawings)
        {
            var (image, root) = (new PngImage(PngPicture.Of(svg)), XDocument.Parse(svg).Root!);
            Assert.True(image.IsPng, what);
            var left = what == "card" ? 12 * 2 : 0; // a bar lies across the head of the card
            Assert.True(image.IsWhite(image.Width - Margin, left, image.Width, image.Height), $"{what} runs out at the right.");
            Assert.True(image.IsWhite(0, left, Margin, image.Height), $"{what} runs out at the left.");
            Assert.DoesNotContain("\uFFFD", root.Value, StringComparison.Ordinal);
            // An emoji that is cut has lost a part of itself: whoever shows it shows two others.
            Assert.DoesNotContain(
                root.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.TrimEnd('…')),
                words => words.EndsWith('\u200D') || words.EndsWith('\uD83D'));
        }
    }

    private static NegotiationRecord Renamed(NegotiationRecord record, string name) => record with
    {
        Negotiation = record.Negotiation with { Title = name },
        Issues = [.. record.Issues.Select(issue => issue with { Title = name, Category = name })],
        Parties = [.. record.Parties.Select(party => party with { Name = name, ShortName = name })],
        Rounds = [.. record.Rounds.Select(round => round with { Title = name })],
        Drafts = [.. record.Drafts.Select(draft => draft with { Title = name })],
        Offers = [.. record.Offers.Select(offer => offer with { Title = name })],
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
