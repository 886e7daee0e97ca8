using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PeaceTracker.Tests.Architecture;

/// <summary>
/// A switch over an enum of the house names every member, so that a new one is given its answer by a person. The compiler asks for the
/// members of an expression (CS8509), but not where an arm answers for all that are not named, and not in a statement.
/// </summary>
public partial class SwitchTests
{
    private static readonly Dictionary<string, HashSet<string>> Enums = SourceTree.Under("src", ".cs", ".razor")
        .SelectMany(file => EnumDeclaration().Matches(SourceTree.Text(file)))
        .GroupBy(found => found.Groups["name"].Value, found => Members(found.Groups["members"].Value))
        .ToDictionary(found => found.Key, found => found.SelectMany(members => members).ToHashSet());

    [Fact]
    public void Switches_OverEnums_NameEveryMember() =>
        Assert.Empty(SourceTree.Under("src", ".cs", ".razor")
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .SelectMany(file => Faults(SourceTree.Text(file)).Select(fault => $"{file}:{fault.Line}: {fault.What}")));

    [Theory]
    [InlineData("x switch { Level.Disputed => 1, _ => 2 }")]
    [InlineData("x switch { Level.Disputed or Level.Unknown => 1, _ => throw new InvalidOperationException() }")]
    [InlineData("x switch { >= Level.Disputed => 1, var other => 2 }")]
    [InlineData("(x, 1) switch { (Level.Disputed, _) => 1, _ => 2 }")]
    [InlineData("x switch { { Level: Level.Disputed } => 1, { } => 2 }")]
    [InlineData("switch (x) { case Level.Disputed: break; default: break; }")]
    [InlineData("switch (x) { case Level.Disputed: break; }")]
    public void Faults_AMemberNotNamed_AreFound(string code) => Assert.Single(Faults(code));

    [Theory]
    [InlineData("x switch { Level.Disputed => 1, Level.Unknown => 2 }")] // the compiler sees to the others
    [InlineData("x switch { _ when late => 0, Level.Disputed => 1 }")]
    [InlineData("(x, 1) switch { (Level.Disputed, 1) => 1, (Level.Disputed, _) => 2 }")]
    [InlineData("x switch { 1 => Level.Disputed, _ => Level.Unknown }")] // over a number
    [InlineData("x switch { TypeCode.String => 1, _ => 2 }")] // the framework's
    [InlineData("x switch { IEntry { Kind: EntryKind.Retraction } => 1, _ => 2 }")] // over types
    [InlineData("switch (x) { case Basis.OnRecord: break; case Basis.Claimed: break; }")]
    public void Faults_EveryMemberNamed_None(string code) => Assert.Empty(Faults(code));

    private static IEnumerable<(int Line, string What)> Faults(string text) =>
        Expression().Matches(text).Where(found => AnswersForOthers(text[found.Index..]))
            .Select(found => (LineOf(text, found), "an arm answers for every member that is not named"))
            .Concat(Statement().Matches(text).Select(found => (LineOf(text, found), NotNamed(text, found.Index + found.Length)))
                .Where(found => found.Item2 is not null)
                .Select(found => (found.Item1, found.Item2!)));

    // A component's file is no C#, but from the word "switch" on it is as long as the arms go.
    private static bool AnswersForOthers(string fromSwitch) =>
        SyntaxFactory.ParseExpression("it " + fromSwitch, consumeFullText: false) is SwitchExpressionSyntax { Arms: var arms }
        && arms.Any(arm => IsOverEnum(arm.Pattern)) && arms.Any(arm => arm.WhenClause is null && MatchesAll(arm.Pattern));

    private static bool IsOverEnum(PatternSyntax pattern) =>
        pattern is not RecursivePatternSyntax { Type: not null } && Named(pattern.ToString()).Any();

    private static bool MatchesAll(PatternSyntax pattern) => pattern is DiscardPatternSyntax or VarPatternSyntax || pattern.ToString() == "not null"
        || (pattern is RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 });

    private static string? NotNamed(string text, int start)
    {
        var body = text[start..End(text, start)];
        var named = Case().Matches(body).SelectMany(label => Named(label.Groups["what"].Value)).ToLookup(name => name.Enum, name => name.Member);
        if (named.Count == 0)
        {
            return null;
        }

        var missing = named.SelectMany(members => Enums[members.Key].Except(members)).ToList();
        return Default().IsMatch(body) ? "a default answers for every member that is not named"
            : missing.Count > 0 ? "not named: " + string.Join(", ", missing)
            : null;
    }

    private static int End(string text, int start)
    {
        var (at, depth) = (start, 1);
        for (; depth > 0 && at < text.Length; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return at;
    }

    private static IEnumerable<(string Enum, string Member)> Named(string pattern) =>
        from Match found in Member().Matches(pattern)
        let name = found.Groups["enum"].Value
        let member = found.Groups["member"].Value
        where Enums.TryGetValue(name, out var members) && members.Contains(member)
        select (name, member);

    private static IEnumerable<string> Members(string body) =>
        Comment().Replace(body, "").Split(',').Select(member => member.Split('=')[0].Trim()).Where(member => member.Length > 0);

    private static int LineOf(string text, Match found) => text.AsSpan(0, found.Index).Count('\n') + 1;

    [GeneratedRegex(@"\benum (?<name>\w+)\s*\{(?<members>[^}]*)\}")]
    private static partial Regex EnumDeclaration();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bswitch\s*\{")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\bswitch\s*\(.*\)\s*\{")]
    private static partial Regex Statement();

    [GeneratedRegex(@"\bcase\s+(?<what>[^:""]+):")]
    private static partial Regex Case();

    [GeneratedRegex(@"\bdefault:")]
    private static partial Regex Default();

    [GeneratedRegex(@"\b(?<enum>\w+)\.(?<member>\w+)\b(?![.(])")]
    private static partial Regex Member();
}
