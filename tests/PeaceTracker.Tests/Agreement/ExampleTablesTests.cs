using System.Globalization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// The fictional negotiation against the tables of seeds/EXAMPLE.md, which its author computed from the method alone, by a script that
/// shares nothing with this program.
/// </summary>
public class ExampleTablesTests
{
    private static readonly Lazy<Task<Board>> Example = new(async () =>
        new Board((await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, "example.json"), CancellationToken.None)).Record!, 1));

    /// <summary>The rows of the table whose heading begins as given.</summary>
    public static TheoryData<string> Rows(string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "seeds", "EXAMPLE.md"));
        var start = Array.FindIndex(lines, l => l.StartsWith(heading, StringComparison.Ordinal));
        Assert.True(start >= 0, $"seeds/EXAMPLE.md has no table that begins with {heading}");
        return [.. lines.Skip(start + 2).TakeWhile(l => l.StartsWith('|'))];
    }

    [Theory]
    [MemberData(nameof(Rows), "| as of | scope |")]
    public async Task Agreed_OnDate_AsComputedByHand(string row)
    {
        var cells = Cells(row);
        AssertAgreed((await Example.Value).AsOf(Date(cells[0])), cells[1], cells[2..]);
    }

    [Theory]
    [MemberData(nameof(Rows), "| as of | known at | scope |")]
    public async Task Agreed_OnDateAsKnownThen_AsComputedByHand(string row)
    {
        var cells = Cells(row);
        AssertAgreed((await Example.Value).AsOf(Date(cells[0]), Date(cells[1])), cells[2], cells[3..]);
    }

    [Theory]
    [MemberData(nameof(Rows), "| as of | N | text met |")]
    public async Task TextAgreedAndMoving_OnDate_AsComputedByHand(string row)
    {
        var cells = Cells(row);
        var shares = (await Example.Value).AsOf(Date(cells[0])).Shares;
        var figures = cells[1..].Select(Number).ToList();
        Assert.Equal((figures[1], figures[2], figures[3], figures[0]), Figures(shares.TextAgreed));
        Assert.Equal((figures[4], figures[5], figures[6], figures[0]), Figures(shares.Moving));
    }

    [Theory]
    [MemberData(nameof(Rows), "| claim | said |")]
    public async Task Claim_OnItsDay_AsComputedByHand(string row)
    {
        var cells = Cells(row);
        var board = await Example.Value;
        var at = board.AsOf(Date(cells[1]));
        var comparison = ClaimComparison.Of(at.Claims.Single(c => c.Key == cells[0].Trim('`')), at);
        var grade = cells[6] == "yes" ? Comparability.Comparable : cells[6] == "indicative" ? Comparability.Indicative : Comparability.NotComparable;
        Assert.Equal(grade, comparison.Comparability);
        if (cells[4] == "none")
        {
            // Either no figure, or a scope or threshold that the board can't count: nothing may be compared.
            Assert.Null(comparison.Gap);
            return;
        }

        Assert.Equal((Number(cells[5]), Number(cells[4])), (comparison.Computed!.Value.Met, comparison.Computed.Value.Total));
        Assert.Equal(cells[3], PercentText.Of(comparison.Computed.Value.Value!.Value, CultureInfo.InvariantCulture));
    }

    private static void AssertAgreed(BoardSnapshot at, string scope, string[] cells)
    {
        var shares = scope == "board" ? at.Shares : at.Dyad(scope)!.Shares;
        var figures = cells.Select(Number).ToList();
        Assert.Equal((figures[1], figures[2], figures[3], figures[0]), Figures(shares.Agreed));
        Assert.Equal((figures[4], figures[5], figures[6], figures[0]), Figures(shares.Against(Threshold.Agreed, ShareBasis.WithClaimed)));
    }

    private static (int Met, int NotMet, int Unknown, int Total) Figures(Share share) => (share.Met, share.NotMet, share.Unknown, share.Total);

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(c => c.Trim())];

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
