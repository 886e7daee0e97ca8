using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;

namespace PeaceTracker.Services.Issues;

/// <summary>Where an issue is on the agenda of a date, or why it is not on it.</summary>
/// <param name="Number">Its number; null where it is not on the agenda in force.</param>
/// <param name="Agenda">The agenda in force; null before the first.</param>
/// <param name="LeftWith">The agenda version that no longer has it, though an earlier one had; null where there is none.</param>
/// <param name="Change">The scope change by which it left, where the record has it.</param>
public sealed record AgendaPlace(int? Number, AgendaVersion? Agenda, AgendaVersion? LeftWith, ScopeChange? Change)
{
    internal static AgendaPlace Of(BoardSnapshot at, string issueKey)
    {
        if (at.Issue(issueKey) is { } standing)
        {
            return new AgendaPlace(standing.Number, at.Agenda, null, null);
        }

        // Newest first: the versions without it, down to the last one that had it.
        var since = at.Agendas.TakeWhile(a => !a.IssueKeys.Contains(issueKey)).ToList();
        var left = since.Count > 0 && since.Count < at.Agendas.Count() ? since[^1] : null;
        return new AgendaPlace(null, at.Agenda, left, left?.ScopeChanges.FirstOrDefault(c => c.FromIssueKeys.Contains(issueKey)));
    }
}
