using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>A page of each kind: every list of both negotiations, and one row of each.</summary>
public static class Pages
{
    private static readonly string[] Lists =
    [
        "", "issues", "agendas", "matrix", "pairs", "parties",
        "working-groups", "rounds", "drafts", "claims", "sources", "changes", "method", "proof", "search?q=a",
    ];

    private static readonly string[] OfOneRow = ["issues", "pairs", "parties", "working-groups", "rounds", "drafts", "sources"];

    public static TheoryData<string> All =>
    [
        "/",
        "/?asOf=2025-06-01",
        "/negotiations/example?asOf=2024-07-31&knownAt=2024-07-31",
        "/negotiations/example/changes?from=2024-12-31&to=2025-09-12",
        "/negotiations/example/agendas?view=paths",
        "/negotiations/example/briefing",
        .. from name in new[] { SeedFile.RussiaUkraine, SeedFile.Example }
           let file = SeedFile.Load(name)
           let pages = Lists.Concat(OfOneRow.Select(page => $"{page}/{file.Keys(RowKinds.At(page)!.Section)[0]}"))
           from page in pages
           select $"/negotiations/{file.Slug}/{page}".TrimEnd('/'),
    ];
}
