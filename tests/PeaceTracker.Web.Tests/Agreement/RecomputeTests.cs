using System.ComponentModel;
using System.Diagnostics;
using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Figures;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Agreement;

/// <summary>The script that docs/recompute.md gives to strangers is run as they would run it.</summary>
public sealed partial class RecomputeTests(BothBoards host) : IDisposable
{
    private const string Past = "?asOf=2025-12-16";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Script_InTheDocument_IsShort() => Assert.InRange(Script().Split('\n').Length - 1, 20, 60);

    [Fact]
    public async Task Script_BothBoardsNowAndInThePast_ComputesWhatTheFilesSay()
    {
        string[] files =
        [
            await SaveAsync(SeedFile.RussiaUkraine, ""), await SaveAsync(SeedFile.RussiaUkraine, Past),
            await SaveAsync(SeedFile.Example, ""), await SaveAsync(SeedFile.Example, "?asOf=2024-11-15"),
        ];

        var (code, output) = await RunAsync(files);

        Assert.True(code == 0, output);
        Assert.EndsWith("Everything is as the files say.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(4, output.Split('\n').Count(line => line.Contains(", as of ", StringComparison.Ordinal)));
    }

    // The article's board on the day after the claim, as the figures of the front door have it: none of ten issues is agreed, five are
    // unknown, the prosperity package alone moves on record, and there are four core issues.
    [Fact]
    public async Task Script_ArticlesBoard_PrintsItsShares()
    {
        var (code, output) = await RunAsync(await SaveAsync(SeedFile.RussiaUkraine, Past));

        Assert.True(code == 0, output);
        Assert.Contains("  agreed, on-record: 0 of 10, 5 unknown, 0.0%, band 0.0 to 50.0%", output, StringComparison.Ordinal);
        Assert.Contains("  agreed, with-claimed: 0 of 10,", output, StringComparison.Ordinal);
        Assert.Contains("  moving, on-record: 1 of 10,", output, StringComparison.Ordinal);
        Assert.Contains("  core: 0 of 4,", output, StringComparison.Ordinal);
        Assert.Contains("  weighted: 0", output, StringComparison.Ordinal);
    }

    // The same as the method computed by hand from the bare file has it.
    [Theory]
    [InlineData("2024-11-15")]
    [InlineData("2025-09-12")]
    public async Task Script_Example_PrintsWhatTheMethodSays(string date)
    {
        var paper = new PaperBoard(JsonNode.Parse(File.ReadAllText(Repository.PathOf($"seeds/{SeedFile.Example}.json")))!.AsObject(), date, null);

        var (code, output) = await RunAsync(await SaveAsync(SeedFile.Example, "?asOf=" + date));

        Assert.True(code == 0, output);
        foreach (var (name, share) in new[]
        {
            ("agreed, on-record", paper.Board("agreed-in-principle")), ("text-agreed, on-record", paper.Board("text-agreed")),
            ("moving, on-record", paper.Board("narrowing")), ("agreed, with-claimed", paper.Board("agreed-in-principle", true)),
            ("core", paper.Core),
        })
        {
            Assert.Contains($"  {name}: {share.Met} of {share.Total}, {share.Unknown} unknown", output, StringComparison.Ordinal);
        }

        Assert.Contains($"  weighted: {Lowest(paper.Weighted)}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"salience\": 5", "\"salience\": 4", "core")]
    [InlineData("\"required\": true", "\"required\": false", "judged over")]
    [InlineData("\"met\": 0,", "\"met\": 1,", "agreed, on-record: computed")]
    [InlineData("\"verdict\": \"not-met\"", "\"verdict\": \"met\"", "verdicts")]
    [InlineData("\"percent\": 0,", "\"percent\": 0.1,", "in percent")]
    [InlineData("\"numerator\": 0,", "\"numerator\": 1,", "weighted")]
    public async Task Script_FileThatWasTamperedWith_SaysWhatDiffers(string was, string becomes, string named)
    {
        var file = await SaveAsync(SeedFile.RussiaUkraine, Past);
        var text = await File.ReadAllTextAsync(file, Cancellation);
        Assert.Contains(was, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(was, becomes, StringComparison.Ordinal), Cancellation);

        var (code, output) = await RunAsync(file);

        Assert.True(code == 1, output);
        Assert.Contains(named, output, StringComparison.Ordinal);
    }

    private static string Lowest(PaperFraction fraction)
    {
        var divisor = (long)BigInteger.GreatestCommonDivisor(fraction.Over, fraction.Under);
        return fraction.Under == divisor ? $"{fraction.Over / divisor}" : $"{fraction.Over / divisor}/{fraction.Under / divisor}";
    }

    private static string Script() =>
        Block().Match(File.ReadAllText(Repository.PathOf("docs/recompute.md")).ReplaceLineEndings("\n")).Groups["script"].Value;

    private async Task<string> SaveAsync(string slug, string query)
    {
        using var answer = await host.Client.GetAsync(new Uri($"/negotiations/{slug}/proof.json{query}", UriKind.Relative), Cancellation);
        answer.EnsureSuccessStatusCode();
        var file = Path.Combine(_folder.Path, $"{slug}{query.Replace('?', '-')}.json");
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync(Cancellation), Cancellation);
        return file;
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] files)
    {
        var script = Path.Combine(_folder.Path, "recompute.py");
        await File.WriteAllTextAsync(script, Script(), Cancellation);
        var start = new ProcessStartInfo("python3", [script, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONUTF8"] = "1";
        using var process = Start(start);
        var errors = process.StandardError.ReadToEndAsync(Cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation).WaitAsync(TestStore.ProcessLimit, Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output + await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception fault)
        {
            Assert.Fail($"Python 3 is needed to run what docs/recompute.md says, and python3 can’t be started: {fault.Message}");
            throw;
        }
    }

    [GeneratedRegex("```python\n(?<script>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
