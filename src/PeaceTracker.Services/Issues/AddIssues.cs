using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Issues;

/// <summary>Adds several issues, all or none; with an agenda where there is none yet, which then names all issues on the board.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Issues">The issues, each with its place in the form.</param>
/// <param name="Agenda">The agenda without its issues; null where none is made of them.</param>
public sealed record AddIssues(string Slug, IReadOnlyList<(string At, Issue Row)> Issues, AgendaVersion? Agenda) : BoardCommand(Slug)
{
    /// <inheritdoc />
    public override string What => "issues-added";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (Issues.Count == 0)
        {
            return SaveResult.Refuse("Nothing has been entered yet: give an issue a title.");
        }

        foreach (var (at, issue) in Issues)
        {
            edit.Add(issue, at);
        }

        if (Agenda is not null)
        {
            var all = edit.Record.Issues.Where(issue => issue.Retracted is null).Select(issue => issue.Key);
            IRow agenda = edit.Add(Agenda with { IssueKeys = [.. all] }, "agenda");
            edit.Follow<AgendaVersion>(agenda.Key);
        }

        return null;
    }

    internal override string Summary(RecordEdit edit) =>
        $"Issues added: {string.Join(", ", Issues.Select(issue => $"“{issue.Row.Title}”"))}"
        + (Agenda is null ? "." : $"; agenda “{Agenda.Title}”.");
}
