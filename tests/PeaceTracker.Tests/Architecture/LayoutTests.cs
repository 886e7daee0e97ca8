using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Architecture;

public class LayoutTests
{
    private const int RazorLines = 160;
    private const int CSharpLines = 250;
    private const int LineCharacters = 150;

    private static readonly string[] Features =
    [
        "Negotiations", "Parties", "Issues", "Positions", "Talks", "Outcomes", "Drafts", "Claims", "Sources", "Agreement", "Changes", "Editing",
        "Accounts", "SigningIn", "Audit", "Administration",
    ];

    private static readonly string[] TopLevel =
    [
        "src", "tests", "docs", "seeds", "PeaceTracker.sln", "README.md", "LICENSE", "Directory.Build.props",
        ".ci", ".config", ".editorconfig", ".gitattributes", ".gitignore",
    ];

    private static readonly string[] Code = [".cs", ".razor", ".css", ".js", ".sh"];

    [Fact]
    public void TopLevel_EveryEntry_IsOnTheList()
    {
        var strangers = SourceTree.Files.Select(file => file.Split('/')[0]).Distinct().Except(TopLevel);

        Assert.Empty(strangers);
    }

    // Beside the features, a project holds only what has no feature: the store, file formats, search, the shell of the pages.
    [Theory]
    [InlineData("src/PeaceTracker.Domain", "")]
    [InlineData("src/PeaceTracker.Services", "Api Comments Data Export Files Import Mail Outgoing Pairs Search Webhooks")]
    [InlineData("src/PeaceTracker.Web", "Components Features Hosting Layout Reading Shared Properties wwwroot")]
    [InlineData("src/PeaceTracker.Web/Features", "Api Import Mail Pairs Rows Search Webhooks")]
    [InlineData("tests/PeaceTracker.Tests", "Api Architecture Comments Data Export Files Import Mail Pairs Search Webhooks")]
    public void Folders_EachProject_AreNamedForFeatures(string project, string others)
    {
        var folders = SourceTree.Under(project)
            .Select(file => file[(project.Length + 1)..].Split('/'))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[0])
            .Distinct();

        Assert.Empty(folders.Except(Features).Except(others.Split(' ')));
    }

    [Theory]
    [InlineData(".razor", RazorLines)]
    [InlineData(".cs", CSharpLines)]
    public void Length_EveryFile_StaysUnderTheLimit(string extension, int limit)
    {
        var tooLong = from file in SourceTree.Under("src", extension).Concat(SourceTree.Under("tests", extension))
                      where !file.Contains("/Migrations/", StringComparison.Ordinal)
                      let lines = File.ReadLines(Repository.PathOf(file)).Count()
                      where lines > limit
                      select $"{file}: {lines} lines";

        Assert.Empty(tooLong);
    }

    // Counted in characters, without the mark at the beginning of a file.
    [Fact]
    public void Lines_EveryFile_StayUnderTheLimit()
    {
        var tooLong = from file in SourceTree.Files
                      where Code.Contains(Path.GetExtension(file)) && !file.Contains("/Migrations/", StringComparison.Ordinal)
                      from line in File.ReadLines(Repository.PathOf(file)).Index()
                      where line.Item.Length > LineCharacters
                      select $"{file}:{line.Index + 1}: {line.Item.Length} characters";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Solution_EveryProject_IsInIt()
    {
        var solution = SourceTree.Text("PeaceTracker.sln").Replace('\\', '/');
        var projects = SourceTree.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

        Assert.All(projects, project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }
}
