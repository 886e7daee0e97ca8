using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    internal static void WorkingGroups(RuleCheck check)
    {
        foreach (var (group, path) in check.Descriptive<WorkingGroup>())
        {
            check.Text($"{path}.name", group.Name, TextLimits.Title);
            check.Text($"{path}.mandate", group.Mandate, TextLimits.Text);
            check.Text($"{path}.membersNote", group.MembersNote, TextLimits.Note);
            check.Date($"{path}.since", group.Since);
            check.Date($"{path}.until", group.Until);
            check.Order($"{path}.until", group.Until, group.Since, "the group’s first day");
            check.References($"{path}.issues", group.IssueKeys, check.Issues);
            check.Citations($"{path}.citations", group.Citations);
            check.Stamp($"{path}.recordedAt", group.RecordedAt);
            Members(check, $"{path}.members", group.Members);
            Outputs(check, $"{path}.outputs", group.Outputs);
        }
    }

    private static void Members(RuleCheck check, string path, IReadOnlyList<GroupMember> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            check.Reference($"{path}[{i}].party", members[i].PartyKey, check.Parties);
            check.DelegateOf($"{path}[{i}].delegate", members[i].DelegateKey, members[i].PartyKey);
            check.Text($"{path}[{i}].function", members[i].Function, TextLimits.Title);
        }
    }

    private static void Outputs(RuleCheck check, string path, IReadOnlyList<GroupOutput> outputs)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            check.Date($"{path}[{i}].date", outputs[i].Date);
            check.Text($"{path}[{i}].text", outputs[i].Text, TextLimits.Text);
            check.Reference($"{path}[{i}].draft", outputs[i].DraftKey, check.Drafts);
            check.Citations($"{path}[{i}].citations", outputs[i].Citations);
        }
    }

    internal static void Rounds(RuleCheck check)
    {
        foreach (var (round, path) in check.Descriptive<Round>())
        {
            check.Text($"{path}.title", round.Title, TextLimits.Title);
            check.Date($"{path}.announcedOn", round.AnnouncedOn);
            check.Date($"{path}.startsOn", round.StartsOn, round.Precision);
            check.Order($"{path}.startsOn", round.StartsOn, round.AnnouncedOn, "the day of its announcement");
            check.Date($"{path}.endsOn", round.EndsOn);
            check.Order($"{path}.endsOn", round.EndsOn, round.StartsOn, "the round’s first day");
            check.Text($"{path}.place", round.Place, TextLimits.Title);
            check.Text($"{path}.outcome", round.Outcome, TextLimits.Text);
            check.References($"{path}.hosts", round.HostKeys, check.Parties);
            check.References($"{path}.issues", round.IssueKeys, check.Issues);
            check.References($"{path}.workingGroups", round.WorkingGroupKeys, check.WorkingGroups);
            check.Citations($"{path}.citations", round.Citations);
            check.Citations($"{path}.outcomeCitations", round.OutcomeCitations);
            if (round is { State: RoundState.Planned, OutcomeCitations.Count: > 0 })
            {
                check.Add($"{path}.outcomeCitations",
                    "The round is planned, so it has no outcome to report yet. Say that it was held or called off, or leave these out.");
            }

            check.Recorded(path, round.RecordedAt, round.RecordedBy);
            Delegations(check, $"{path}.delegations", round.Delegations);
        }
    }

    private static void Delegations(RuleCheck check, string path, IReadOnlyList<Delegation> delegations)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < delegations.Count; i++)
        {
            var delegation = delegations[i];
            check.Reference($"{path}[{i}].party", delegation.PartyKey, check.Parties);
            check.Text($"{path}[{i}].note", delegation.Note, TextLimits.Note);
            if (!seen.Add(delegation.PartyKey))
            {
                check.Add($"{path}[{i}].party",
                    $"{RuleCheck.Quote(delegation.PartyKey)} already has a delegation at this round. Add its delegates to that one.");
            }

            var people = new HashSet<string>(StringComparer.Ordinal);
            for (var j = 0; j < delegation.DelegateKeys.Count; j++)
            {
                check.DelegateOf($"{path}[{i}].delegates[{j}]", delegation.DelegateKeys[j], delegation.PartyKey);
                if (!people.Add(delegation.DelegateKeys[j]))
                {
                    check.Add($"{path}[{i}].delegates[{j}]",
                        $"{RuleCheck.Quote(delegation.DelegateKeys[j])} is listed twice. Remove one of them.");
                }
            }
        }
    }
}
