using System.Text.RegularExpressions;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Import;

/// <summary>What is on a board, by the names that files have for it. A name that could be two things is none.</summary>
public sealed partial class BoardNames
{
    // Before a key, which goes before a name that is the same.
    private const string Key = "\u0001";

    private readonly Dictionary<string, string?> _issues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _parties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _rounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), string> _between = [];

    /// <summary>The names on a board.</summary>
    public BoardNames(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        Board = board;
        var record = board.Record;
        Add(_issues, record.Issues, issue => [issue.Title]);
        Add(_parties, record.Parties, party => [party.Name, party.ShortName]);
        Add(_pairs, record.Dyads, dyad => [board.DyadName(dyad)]);
        Add(_rounds, record.Rounds, round => [round.Title]);
        Add(_drafts, record.Drafts, draft => [draft.Title]);
        Add(_groups, record.WorkingGroups, group => [group.Name]);
        Add(_people, record.Delegates, person => [person.Name]);
        Add(_sources, record.Sources, source =>
            [source.Headline, $"{source.Publisher}, {source.Headline}", $"{source.Publisher}: {source.Headline}", WebAddress.Plain(source.Url)]);
        // A publisher names a source where it published one alone.
        foreach (var group in record.Sources.Where(source => source.Retracted is null).GroupBy(source => Heading.Fold(source.Publisher)))
        {
            _sources.TryAdd(group.Key, group.Count() == 1 ? group.First().Key : null);
        }

        foreach (var dyad in record.Dyads.Where(dyad => dyad.Retracted is null))
        {
            _between[(dyad.FirstPartyKey, dyad.SecondPartyKey)] = _between[(dyad.SecondPartyKey, dyad.FirstPartyKey)] = dyad.Key;
        }
    }

    /// <summary>The board.</summary>
    public Board Board { get; }

    internal NegotiationRecord Record => Board.Record;

    internal IReadOnlyList<ImportChoice> Issues => Choices(Record.Issues, issue => issue.Title);

    internal IReadOnlyList<ImportChoice> Parties => Choices(Record.Parties, party => party.Name);

    internal IReadOnlyList<ImportChoice> Pairs => Choices(Record.Dyads, Board.DyadName);

    internal IReadOnlyList<ImportChoice> Rounds => Choices(Record.Rounds, round => round.Title);

    internal IReadOnlyList<ImportChoice> Drafts => Choices(Record.Drafts, draft => draft.Title);

    internal IReadOnlyList<ImportChoice> Sources => Choices(Record.Sources, source => $"{source.Publisher}: {source.Headline}");

    internal string? Issue(string name) => Find(_issues, name);

    internal string? Party(string name) => Find(_parties, name);

    internal string? Round(string name) => Find(_rounds, name);

    internal string? Draft(string name) => Find(_drafts, name);

    internal string? Group(string name) => Find(_groups, name);

    internal string? Person(string name) => Find(_people, name);

    internal string? Source(string name) =>
        Find(_sources, name) ?? (WebAddress.Plain(name) is { } address ? Find(_sources, address) : null);

    /// <summary>The sources of a publisher, by the key.</summary>
    internal Source? SourceOf(string key) => Board.Sources.GetValueOrDefault(key);

    /// <summary>A pair by its key or name, or by two parties with a dash, a stroke, "and" or "with" between them, in whatever order.</summary>
    internal string? Pair(string name)
    {
        if (Find(_pairs, name) is { } key)
        {
            return key;
        }

        foreach (Match between in Between().Matches(name))
        {
            if (Party(name[..between.Index]) is { } first && Party(name[(between.Index + between.Length)..]) is { } second
                && _between.TryGetValue((first, second), out var pair))
            {
                return pair;
            }
        }

        return null;
    }

    private static string? Find(Dictionary<string, string?> names, string name) =>
        names.GetValueOrDefault(Key + name) ?? names.GetValueOrDefault(Heading.Fold(name));

    private static List<ImportChoice> Choices<T>(IEnumerable<T> rows, Func<T, string> label) where T : IRow =>
        [.. rows.Where(row => row is not IDescriptive { Retracted: not null }).Select(row => new ImportChoice(row.Key, label(row)))];

    private static void Add<T>(Dictionary<string, string?> names, IEnumerable<T> rows, Func<T, IEnumerable<string?>> called) where T : IRow
    {
        foreach (var row in rows.Where(row => row is not IDescriptive { Retracted: not null }))
        {
            names[Key + row.Key] = row.Key;
            foreach (var name in called(row).Append(row.Key).OfType<string>().Select(Heading.Fold).Where(name => name.Length > 0).Distinct())
            {
                names[name] = names.TryGetValue(name, out var other) && other != row.Key ? null : row.Key;
            }
        }
    }

    [GeneratedRegex(
        @"\s*(?:\p{Pd}|\u2212|/|↔|&|\+)\s*|\s+(?:and|with|vs\.?|v\.?|und|et|y|та|і|и)\s+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
