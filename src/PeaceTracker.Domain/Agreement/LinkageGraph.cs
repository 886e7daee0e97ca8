namespace PeaceTracker.Domain.Agreement;

/// <summary>Which issues on the agenda depend on which, in layers: an issue stands right of all that it depends on.</summary>
public sealed record LinkageGraph
{
    private LinkageGraph()
    {
    }

    /// <summary>The issues with a link to another one on the agenda, by layer and then by place in it.</summary>
    public required IReadOnlyList<LinkedNode> Nodes { get; init; }

    /// <summary>How many layers there are.</summary>
    public int Layers => Nodes.Select(n => n.Layer + 1).DefaultIfEmpty(0).Max();

    /// <summary>How many issues the fullest layer has.</summary>
    public int Rows => Nodes.Select(n => n.Row + 1).DefaultIfEmpty(0).Max();

    /// <summary>
    /// The graph of a board on its date, by the links that hold on it. The layer of an issue is one more than the highest of those that it depends
    /// on, 0 where it depends on none; where issues depend on one another in a circle, the link that closes the circle raises none. Links to issues
    /// off the agenda are left out.
    /// </summary>
    public static LinkageGraph Of(BoardSnapshot at)
    {
        var issues = at.Issues.ToDictionary(i => i.Issue.Key, StringComparer.Ordinal);
        var needs = issues.ToDictionary(
            i => i.Key,
            i => i.Value.Issue.DependsOn.Select(l => l.IssueKey).Where(key => key != i.Key && issues.ContainsKey(key)).Distinct().ToList(),
            StringComparer.Ordinal);
        var neededBy = needs.SelectMany(n => n.Value, (n, key) => (Needed: key, By: n.Key)).ToLookup(x => x.Needed, x => x.By);
        var linked = at.Issues.Where(i => needs[i.Issue.Key].Count > 0 || neededBy[i.Issue.Key].Any()).ToList();
        var layers = LayersOf([.. linked.Select(i => i.Issue.Key)], needs, neededBy);
        var (nodes, rows) = (new List<LinkedNode>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var layer in linked.GroupBy(i => layers[i.Issue.Key]).OrderBy(g => g.Key))
        {
            // Near what it depends on, so that few lines cross.
            var ordered = layer.OrderBy(i => needs[i.Issue.Key].Select(key => rows.GetValueOrDefault(key)).DefaultIfEmpty(0).Average())
                .ThenBy(i => i.Number).ToList();
            nodes.AddRange(ordered.Select((i, row) => new LinkedNode(i, layer.Key, row, needs[i.Issue.Key], Waiting(i.Issue.Key, neededBy))));
            foreach (var (issue, row) in ordered.Select((i, row) => (i, row)))
            {
                rows[issue.Issue.Key] = row;
            }
        }

        return new LinkageGraph { Nodes = nodes };
    }

    // What depends on nothing that is still to be placed is placed next; where only circles are left, the first of them on the agenda.
    private static Dictionary<string, int> LayersOf(List<string> keys, Dictionary<string, List<string>> needs, ILookup<string, string> neededBy)
    {
        var layers = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = keys.ToDictionary(key => key, key => needs[key].Count, StringComparer.Ordinal);
        var ready = new Queue<string>(keys.Where(key => open[key] == 0));
        var circle = new Queue<string>(keys);
        while (layers.Count < keys.Count)
        {
            var key = ready.Count > 0 ? ready.Dequeue() : circle.Dequeue();
            if (!layers.TryAdd(key, needs[key].Select(other => layers.TryGetValue(other, out var layer) ? layer + 1 : 0).DefaultIfEmpty(0).Max()))
            {
                continue;
            }

            foreach (var next in neededBy[key].Where(next => --open[next] == 0))
            {
                ready.Enqueue(next);
            }
        }

        return layers;
    }

    // All that depends on it, directly or through others.
    private static int Waiting(string key, ILookup<string, string> neededBy)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { key };
        var next = new Stack<string>([key]);
        while (next.TryPop(out var current))
        {
            foreach (var other in neededBy[current].Where(seen.Add))
            {
                next.Push(other);
            }
        }

        return seen.Count - 1;
    }
}

/// <summary>An issue in the graph of links.</summary>
/// <param name="Standing">The issue as it stands.</param>
/// <param name="Layer">Its layer, from 0.</param>
/// <param name="Row">Its place in the layer, from 0.</param>
/// <param name="DependsOn">Keys of the issues on the agenda on which it depends.</param>
/// <param name="Waiting">How many issues depend on it, directly or through others.</param>
public sealed record LinkedNode(IssueStanding Standing, int Layer, int Row, IReadOnlyList<string> DependsOn, int Waiting)
{
    /// <summary>Whether it is agreed on record, so that nothing waits for it.</summary>
    public bool Agreed => Standing.Judge(Threshold.Agreed) == Verdict.Met;
}
