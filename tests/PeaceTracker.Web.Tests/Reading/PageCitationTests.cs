using System.Text.Json;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Tests.Reading;

public class PageCitationTests
{
    private static readonly PageCitation Cited =
        new("Talks & more: 50% {of} it", "https://example.org/negotiations/talks?asOf=2025-09-01&change=2", new(2025, 9, 1), 2, new(2026, 1, 5));

    // Signs that LaTeX would take for its own have a stroke in front; the address has none, for the style that prints it reads it as it is.
    [Fact]
    public void BibTex_Page_AnEntryThatLatexReads()
    {
        Assert.StartsWith("@misc{peacetracker-2025-09-01-", Cited.BibTex, StringComparison.Ordinal);
        Assert.Contains(@"  title = {{Talks \& more: 50\% \{of\} it}},", Cited.BibTex, StringComparison.Ordinal);
        Assert.Contains("  author = {{PeaceTracker}},\n", Cited.BibTex, StringComparison.Ordinal);
        Assert.Contains("  year = {2025},\n  month = sep,\n", Cited.BibTex, StringComparison.Ordinal);
        Assert.Contains("  url = {https://example.org/negotiations/talks?asOf=2025-09-01&change=2},\n", Cited.BibTex, StringComparison.Ordinal);
        Assert.EndsWith("  urldate = {2026-01-05},\n}\n", Cited.BibTex, StringComparison.Ordinal);
    }

    [Fact]
    public void Ris_Page_TagsInOrderBetweenTypeAndEnd()
    {
        var lines = Cited.Ris.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("TY  - ELEC", lines[0]);
        Assert.Equal("ER  - ", lines[^1]);
        Assert.All(lines, line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
        Assert.Contains("DA  - 2025/09/01/", lines);
        Assert.Contains("TI  - Talks & more: 50% {of} it", lines);
    }

    [Fact]
    public void Csl_Page_AnItemWithItsDates()
    {
        using var json = JsonDocument.Parse(Cited.Csl);
        var item = Assert.Single(json.RootElement.EnumerateArray());

        Assert.Equal("webpage", item.GetProperty("type").GetString());
        Assert.Equal("PeaceTracker", item.GetProperty("author")[0].GetProperty("literal").GetString());
        Assert.Equal("[[2025,9,1]]", item.GetProperty("issued").GetProperty("date-parts").GetRawText().Replace(" ", ""));
        Assert.Equal("change 2", item.GetProperty("version").GetString());
    }

    // A page that names a change is the same on every day, so nothing says when it was seen.
    [Fact]
    public void Formats_NotSeenOnADay_NameNone() =>
        Assert.All((Cited with { Seen = null }).Formats, f => Assert.DoesNotMatch("urldate|Y2|accessed", f.Text));
}
