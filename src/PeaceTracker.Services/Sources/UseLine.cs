namespace PeaceTracker.Services.Sources;

/// <summary>A line among what rests on a place of a source: one fact, or the same status of one issue between several dyads.</summary>
/// <param name="Uses">The facts, in the order of the place; one or more.</param>
public sealed record UseLine(IReadOnlyList<SourceUse> Uses)
{
    /// <summary>The first of the facts, which says what all of them say but the dyad.</summary>
    public SourceUse First => Uses[0];

    /// <summary>Keys of the dyads, where it is about any.</summary>
    public IReadOnlyList<string> DyadKeys => [.. Uses.Select(u => u.DyadKey).OfType<string>()];

    /// <summary>
    /// Facts as lines, those of one issue together, each issue where its first fact stands. Status events that are equal in all but key and dyad
    /// are one line.
    /// </summary>
    public static IReadOnlyList<UseLine> Of(IEnumerable<SourceUse> uses)
    {
        var all = uses.ToList();
        var places = all.Select(Topic).Distinct().Select((topic, place) => (topic, place)).ToDictionary(StringComparer.Ordinal);
        List<List<SourceUse>> lines = [];
        foreach (var use in all.OrderBy(u => places[Topic(u)]))
        {
            if (lines.Find(line => IsSame(line[0], use)) is { } line)
            {
                line.Add(use);
            }
            else
            {
                lines.Add([use]);
            }
        }

        return [.. lines.Select(line => new UseLine(line))];
    }

    private static bool IsSame(SourceUse a, SourceUse b) =>
        a is { Kind: UseKind.Status, DyadKey: not null, TakenBack: false } && b.DyadKey is not null
        && b == a with { Key = b.Key, DyadKey = b.DyadKey };

    private static string Topic(SourceUse use) => use.IssueKey is { } issue ? $"issue {issue}" : $"{use.Kind} {use.Key}";
}
