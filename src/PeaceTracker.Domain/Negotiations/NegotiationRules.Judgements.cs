using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    private static void Judgements(RuleCheck check)
    {
        var record = check.Record;
        var negotiation = RecordSections.Negotiation.Name;
        Earlier(check, negotiation, record.Negotiation.Earlier, record.Negotiation.StartedOn, "the negotiation’s first day");
        for (var i = 0; i < record.Negotiation.Earlier.Count; i++)
        {
            check.Between($"{negotiation}.earlier[{i}].stalenessDays", record.Negotiation.Earlier[i].StalenessDays, 1, MostStalenessDays);
        }

        Rows<Dyad>(check);
        Rows<Party>(check);
        EarlierParties(check);
        EarlierIssues(check);
    }

    private static void Rows<T>(RuleCheck check) where T : class, IDescriptive<T>, IJudged<T>
    {
        foreach (var (i, row) in check.Record.Rows<T>().Index())
        {
            Earlier(check, PathOf<T>(i), row.Earlier, check.Record.Negotiation.StartedOn, "the negotiation’s first day");
        }
    }

    private static string PathOf<T>(int index) where T : class, IRow<T> => $"{RecordSections.Of<T>().Name}[{index}]";

    private static void EarlierParties(RuleCheck check)
    {
        for (var i = 0; i < check.Record.Parties.Count; i++)
        {
            var party = check.Record.Parties[i];
            check.IsLive = party.Retracted is null;
            for (var j = 0; j < party.Earlier.Count; j++)
            {
                var path = $"{PathOf<Party>(i)}.earlier[{j}]";
                check.Text($"{path}.name", party.Earlier[j].Name, TextLimits.Title);
                check.Text($"{path}.shortName", party.Earlier[j].ShortName, TextLimits.Title);
                Roles(check, $"{path}.roles", party.Earlier[j].Roles);
            }
        }
    }

    private static void EarlierIssues(RuleCheck check)
    {
        var first = check.Record.AgendaVersions.Where(a => a.Retracted is null)
            .SelectMany(a => a.IssueKeys, (a, key) => (key, a.InForceFrom)).GroupBy(x => x.key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Min(x => x.InForceFrom), StringComparer.Ordinal);
        for (var i = 0; i < check.Record.Issues.Count; i++)
        {
            var issue = check.Record.Issues[i];
            check.IsLive = issue.Retracted is null;
            var (begins, named) = first.TryGetValue(issue.Key, out var day)
                ? (day, "the first day on which the issue is on the agenda")
                : (check.Record.Negotiation.StartedOn, "the negotiation’s first day");
            Earlier(check, PathOf<Issue>(i), issue.Earlier, begins, named);
            for (var j = 0; j < issue.Earlier.Count; j++)
            {
                var path = $"{PathOf<Issue>(i)}.earlier[{j}]";
                check.Between($"{path}.salience", issue.Earlier[j].Salience, 1, Issue.CoreSalience);
                check.References($"{path}.dyads", issue.Earlier[j].DyadKeys, check.Dyads);
                Links(check, path, issue.Key, issue.Earlier[j].DependsOn);
            }
        }
    }

    /// <summary>Days after the beginning, each later than the one before, and in the order in which they were recorded.</summary>
    private static void Earlier(RuleCheck check, string path, IReadOnlyList<IEarlier> earlier, DateOnly begins, string nameOfBegin)
    {
        for (var i = 0; i < earlier.Count; i++)
        {
            var at = $"{path}.earlier[{i}]";
            check.Date($"{at}.until", earlier[i].Until);
            check.Recorded(at, earlier[i].RecordedAt, earlier[i].RecordedBy);
            if (earlier[i].Until <= begins)
            {
                check.Add($"{at}.until", $"{earlier[i].Until:yyyy-MM-dd} is not later than {nameOfBegin}, {begins:yyyy-MM-dd}. "
                    + "Give a later day, or say that it was always so.");
            }

            if (i > 0 && earlier[i].Until <= earlier[i - 1].Until)
            {
                check.Add($"{at}.until", $"{earlier[i].Until:yyyy-MM-dd} is not later than the change before, {earlier[i - 1].Until:yyyy-MM-dd}. "
                    + "Give a later day.");
            }

            if (i > 0 && earlier[i].RecordedAt < earlier[i - 1].RecordedAt)
            {
                check.Add($"{at}.recordedAt", "The change was recorded before the one of an earlier day. Correct one of the two times.");
            }
        }
    }
}
