using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Architecture;

public partial class DocsTests
{
    private static readonly string[] Texts = [".cs", ".razor", ".css", ".js", ".sh", ".md", ".json", ".csproj", ".props", ".yml"];

    // A decision may be cited by its number alone: docs/decisions/0001.
    [Fact]
    public void Paths_EachDocumentThatIsNamed_IsThere()
    {
        var named = from file in SourceTree.Files
                    where Texts.Contains(Path.GetExtension(file))
                    from Match match in DocumentPath().Matches(SourceTree.Text(file))
                    let path = match.Value.TrimEnd('.', '/')
                    where !IsThere(path)
                    select $"{file}: {path}";

        Assert.Empty(named);
    }

    [Fact]
    public void Links_EachInADocument_LeadsToAFile()
    {
        var dead = from file in SourceTree.Files
                   where Path.GetExtension(file) == ".md"
                   from Match match in Link().Matches(SourceTree.Text(file))
                   let target = match.Groups["target"].Value
                   where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, target))
                   select $"{file}: {target}";

        Assert.Empty(dead);
    }

    private static bool IsThere(string path) =>
        Path.Exists(Repository.PathOf(path))
        || (Number().IsMatch(path) && SourceTree.Files.Any(file => file.StartsWith(path + "-", StringComparison.Ordinal)));

    [GeneratedRegex(@"(?<![\w/.-])docs/[a-z0-9][a-z0-9./-]*")]
    private static partial Regex DocumentPath();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<target>[^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"/\d{4}$")]
    private static partial Regex Number();
}
