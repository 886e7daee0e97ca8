using System.Text;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>The page for editors: its file is read, and the errors that it prints are the ones that one gets.</summary>
public sealed class NegotiationFileDocTests
{
    [Fact]
    public async Task Example_OfThePage_IsRead()
    {
        var result = await Read(Fence("json"));

        Assert.Empty(result.Errors);
        Assert.Equal(EntryKind.Correction, result.Record!.StatusEvents[1].Kind);
        Assert.Equal(2, result.Record.Issues.Count);
    }

    [Fact]
    public async Task Errors_OfThePage_AreThoseOfTheExampleWithThatSlip()
    {
        var text = Fence("json").Replace("\"narrowing\"", "\"narowing\"", StringComparison.Ordinal)
            .Replace("\"scope\": \"dyad\", \"dyad\": \"north-south\"", "\"scope\": \"dyad\", \"dyad\": \"north-sout\"", StringComparison.Ordinal);

        var errors = (await Read(text)).Errors;
        var printed = Fence("").Trim().Split('\n');

        Assert.Equal(printed.Length, errors.Count);
        Assert.All(errors.Zip(printed), pair =>
        {
            var parts = pair.Second.Split('…');
            Assert.StartsWith(parts[0], pair.First.ToString(), StringComparison.Ordinal);
            Assert.EndsWith(parts[^1], pair.First.ToString(), StringComparison.Ordinal);
        });
    }

    /// <summary>The text of the page's first fence of that language.</summary>
    private static string Fence(string language)
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "negotiation-file.md")).ReplaceLineEndings("\n");
        var fences = page.Split("\n```");
        var fence = fences.Where((_, i) => i % 2 == 1).First(f => f.StartsWith(language + "\n", StringComparison.Ordinal));
        return fence[(language.Length + 1)..];
    }

    private static async Task<NegotiationFileResult> Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
