using System.Diagnostics;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Architecture;

/// <summary>The files that are kept under version control, and those about to be: what git doesn't ignore.</summary>
internal static partial class SourceTree
{
    public static IReadOnlyList<string> Files { get; } = List();

    public static IReadOnlyList<string> Projects { get; } =
        [.. Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => Path.GetDirectoryName(file)!)];

    public static IEnumerable<string> Under(string folder, params string[] extensions) => Files.Where(file =>
        file.StartsWith(folder + "/", StringComparison.Ordinal)
        && (extensions.Length == 0 || extensions.Contains(Path.GetExtension(file))));

    public static string Text(string file) => File.ReadAllText(Repository.PathOf(file));

    /// <summary>Every match in the named files, as "file:line: text", for a message that leads to the place.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> files, Regex pattern) =>
        [.. files.SelectMany(file => File.ReadLines(Repository.PathOf(file))
            .Select((line, index) => (line, Place: $"{file}:{index + 1}"))
            .Where(found => pattern.IsMatch(found.line))
            .Select(found => $"{found.Place}: {found.line.Trim()}"))];

    /// <summary>The keys of the visible words in Web, as (place, key).</summary>
    public static IEnumerable<(string File, string Key)> VisibleWords() =>
        from file in Under("src/PeaceTracker.Web", ".cs", ".razor")
        from Match match in LocalizedKey().Matches(Text(file))
        select (file, match.Groups["key"].Value + string.Concat(match.Groups["more"].Captures.Select(more => more.Value)));

    [GeneratedRegex("""\bL\[\s*\$?"(?<key>(?:[^"\\]|\\.)*)"(?!")(?:\s*\+\s*"(?<more>(?:[^"\\]|\\.)*)")*""")]
    private static partial Regex LocalizedKey();

    private static string[] List()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, "git ls-files failed: these tests read a git checkout.");
        return [.. files.Distinct().Where(file => File.Exists(Repository.PathOf(file)))];
    }
}
