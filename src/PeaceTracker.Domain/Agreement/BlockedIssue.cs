namespace PeaceTracker.Domain.Agreement;

/// <summary>An issue that a dyad blocks: it is judged over the dyad, and between it not agreed on record.</summary>
/// <param name="Issue">The issue as one that remains, with what else holds it up.</param>
/// <param name="Between">How it stands between the dyad.</param>
public readonly record struct BlockedIssue(Remaining Issue, DyadStanding Between)
{
    /// <summary>Whether no other dyad blocks it: it would be agreed if only these two agreed.</summary>
    public bool Alone => Issue.HeldUpBy.Count == 1;

    /// <summary>The other dyads that block it.</summary>
    public IEnumerable<DyadStanding> WithOthers
    {
        get
        {
            var between = Between; // `this` of a struct can't be captured
            return Issue.HeldUpBy.Where(d => d != between);
        }
    }

    /// <summary>
    /// What one dyad blocks: first the issues that it blocks alone, then those that others block as well, each in the order of
    /// <see cref="Remaining.Of"/>. Unknown blocks, since it is not agreed on record. A dyad over which no issue is judged (one that is not required,
    /// where required ones apply) blocks nothing; neither does one whose key is none.
    /// </summary>
    public static IReadOnlyList<BlockedIssue> By(string dyadKey, IEnumerable<Remaining> remaining)
    {
        var (alone, withOthers) = (new List<BlockedIssue>(), new List<BlockedIssue>());
        foreach (var issue in remaining)
        {
            if (issue.Standing.Between(dyadKey) is { } between && issue.HeldUpBy.Contains(between))
            {
                var blocked = new BlockedIssue(issue, between);
                (blocked.Alone ? alone : withOthers).Add(blocked);
            }
        }

        return alone.Concat(withOthers).ToArray();
    }
}
