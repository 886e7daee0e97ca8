using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    internal static void Issues(RuleCheck check)
    {
        foreach (var (issue, path) in check.Descriptive<Issue>())
        {
            check.Text($"{path}.title", issue.Title, TextLimits.Title);
            check.Text($"{path}.category", issue.Category, TextLimits.Title);
            check.Text($"{path}.description", issue.Description, TextLimits.Text);
            check.Between($"{path}.salience", issue.Salience, 1, Issue.CoreSalience);
            check.References($"{path}.dyads", issue.DyadKeys, check.Dyads);
            check.Citations($"{path}.citations", issue.Citations);
            check.Stamp($"{path}.recordedAt", issue.RecordedAt);
            Links(check, path, issue.Key, issue.DependsOn);
        }
    }

    private static void Links(RuleCheck check, string path, string issueKey, IReadOnlyList<Linkage> links)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            var at = $"{path}.dependsOn[{i}].issue";
            check.Reference(at, link.IssueKey, check.Issues);
            check.Text($"{path}.dependsOn[{i}].note", link.Note, TextLimits.Note);
            if (link.IssueKey == issueKey)
            {
                check.Add(at, "An issue can’t depend on itself. Name another issue, or remove the link.");
            }

            if (!seen.Add(link.IssueKey))
            {
                check.Add(at, $"{RuleCheck.Quote(link.IssueKey)} is listed twice. Remove one of them.");
            }
        }
    }

    internal static void AgendaVersions(RuleCheck check)
    {
        var versions = check.Record.AgendaVersions;
        // In time, whatever the order in which they were entered; of one day, which is refused, the one entered first comes first.
        var live = versions.Where(version => version.Retracted is null).OrderBy(version => version.InForceFrom).ToList();
        for (var i = 0; i < versions.Count; i++)
        {
            var version = versions[i];
            var path = $"{RecordSections.Of<AgendaVersion>().Name}[{i}]";
            check.Row(path, version);
            if (version.Number != i + 1)
            {
                check.Add($"{path}.number",
                    $"Agenda versions are numbered 1, 2, 3 in the order in which they were entered, and this one says {version.Number}. "
                    + $"Number it {i + 1}, or move it to its place.");
            }

            check.Text($"{path}.title", version.Title, TextLimits.Title);
            check.Date($"{path}.inForceFrom", version.InForceFrom);
            check.References($"{path}.issues", version.IssueKeys, check.Issues);
            Points(check, $"{path}.points", version);
            check.Citations($"{path}.citations", version.Citations);
            check.Recorded(path, version.RecordedAt, version.RecordedBy);
            if (version.Retracted is null)
            {
                InTime(check, path, version, live.IndexOf(version) is > 0 and var place ? live[place - 1] : null);
            }
        }
    }

    private static void Points(RuleCheck check, string path, AgendaVersion version)
    {
        if (version.Points < version.Named)
        {
            check.Add(path, $"A list of {version.Points} points can’t name {version.Named} issues. Correct the number, or remove issues.");
        }

        check.Between(path, version.Points, 0, MostPages);
    }

    private static void InTime(RuleCheck check, string path, AgendaVersion version, AgendaVersion? before)
    {
        if (before?.InForceFrom == version.InForceFrom)
        {
            check.Add($"{path}.inForceFrom",
                $"Version {before.Number} is in force already from {version.InForceFrom:yyyy-MM-dd} on. A day has one agenda only: give another "
                + "day, or edit that version.");
        }

        ScopeChanges(check, path, version, before);
    }

    /// <summary>The scope changes are exactly the difference between a version and the one before.</summary>
    private static void ScopeChanges(RuleCheck check, string path, AgendaVersion version, AgendaVersion? before)
    {
        for (var i = 0; i < version.ScopeChanges.Count; i++)
        {
            var at = $"{path}.scopeChanges[{i}]";
            var change = version.ScopeChanges[i];
            check.References($"{at}.fromIssues", change.FromIssueKeys, check.Issues);
            check.References($"{at}.toIssues", change.ToIssueKeys, check.Issues);
            check.Text($"{at}.note", change.Note, TextLimits.Note);
            Arity(check, at, change);
        }

        if (before is null)
        {
            if (version.ScopeChanges.Count > 0)
            {
                check.Add($"{path}.scopeChanges", "The first agenda version has no earlier version to differ from. Leave its scope changes out.");
            }

            return;
        }

        Difference(check, path, version, "fromIssues", c => c.FromIssueKeys, before.IssueKeys.Except(version.IssueKeys), "was dropped");
        Difference(check, path, version, "toIssues", c => c.ToIssueKeys, version.IssueKeys.Except(before.IssueKeys), "was added");
    }

    private static void Arity(RuleCheck check, string path, ScopeChange change)
    {
        var (from, to) = (change.FromIssueKeys.Count, change.ToIssueKeys.Count);
        var (list, right, shape) = change.Kind switch
        {
            ScopeChangeKind.Added => (
                from > 0 ? "fromIssues" : "toIssues",
                from == 0 && to > 0,
                "Issues that were added go in toIssues; leave fromIssues out."),
            ScopeChangeKind.Dropped => (
                from > 0 ? "toIssues" : "fromIssues",
                from > 0 && to == 0,
                "Issues that were dropped go in fromIssues; leave toIssues out."),
            ScopeChangeKind.Split => (
                from == 1 ? "toIssues" : "fromIssues",
                from == 1 && to > 1,
                "A split has one issue in fromIssues and two or more in toIssues."),
            ScopeChangeKind.Merged => (
                from > 1 ? "toIssues" : "fromIssues",
                from > 1 && to == 1,
                "A merger has two or more issues in fromIssues and one in toIssues."),
        };
        if (!right)
        {
            check.Add($"{path}.{list}", $"The issues don’t fit the kind of change. {shape}");
        }
    }

    private static void Difference(
        RuleCheck check, string path, AgendaVersion version, string list, Func<ScopeChange, IReadOnlyList<string>> keys, IEnumerable<string> moved,
        string verb)
    {
        var unexplained = moved.ToHashSet(StringComparer.Ordinal);
        var explained = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < version.ScopeChanges.Count; i++)
        {
            var listed = keys(version.ScopeChanges[i]);
            for (var j = 0; j < listed.Count; j++)
            {
                var at = $"{path}.scopeChanges[{i}].{list}[{j}]";
                if (unexplained.Remove(listed[j]))
                {
                    explained.Add(listed[j]);
                }
                else if (explained.Contains(listed[j]))
                {
                    check.Add(at, $"{RuleCheck.Quote(listed[j])} is already in a scope change of this version. Name it once.");
                }
                else
                {
                    check.Add(at,
                        $"The issue {RuleCheck.Quote(listed[j])} has not " +
                            $"{(verb == "was dropped" ? "left" : "joined")} the agenda with this version. " +
                        "Correct the version’s issues, or remove it here.");
                }
            }
        }

        foreach (var key in unexplained)
        {
            check.Add($"{path}.scopeChanges",
                $"The issue {RuleCheck.Quote(key)} {verb} with this version, and no scope change says how. Add one that has it in {list}.");
        }
    }
}
