using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Talks;

/// <summary>Rounds and working groups as tables for files.</summary>
public static class TalksExport
{
    /// <summary>The rounds that a query asks for, in the order of their page; <paramref name="asked"/> is the query as the address says it.</summary>
    public static ExportTable Rounds(
        BoardSnapshot at, RoundQuery query, IEnumerable<(string Name, string? Value)> asked, string seenAt) => ExportTable.Of<Round>(
        $"{at.Negotiation.Title}: rounds",
        ExportTable.AboutOf(at, "Rounds announced or begun: those to come, those not reported, those held, those called off.", seenAt, asked),
        [
            new("key", ColumnType.Text, "Key of the round.", r => r.Key),
            new("title", ColumnType.Text, "Title.", r => r.Title),
            new("announced_on", ColumnType.Day, "The day from which it was announced or known to be planned.", r => r.AnnouncedOn),
            new("starts_on", ColumnType.Day, "First day.", r => new DateAsKnown(r.StartsOn, r.Precision)),
            new("ends_on", ColumnType.Day, "Last day; empty if it lasts one.", r => r.EndsOn),
            new("date_precision", ColumnType.Text, "How exactly the days are known: day, week or month.", r => ScaleWord.Of(r.Precision)),
            new("phase", ColumnType.Text, "As seen from the date: upcoming, held, not-reported or called-off.",
                r => ScaleWord.Of(r.PhaseOn(at.Date))),
            new("date_tentative", ColumnType.Truth, "Whether the announced date is uncertain.", r => r.DateTentative),
            new("place", ColumnType.Text, "Where.", r => r.Place),
            new("place_tentative", ColumnType.Truth, "Whether the announced place is uncertain.", r => r.PlaceTentative),
            new("hosts", ColumnType.Text, "Parties that host.", r => RowTexts.Parties(at.Board, r.HostKeys)),
            new("parties", ColumnType.Text, "Parties that take part.", r => RowTexts.Parties(at.Board, r.Delegations.Select(d => d.PartyKey))),
            new("issue_keys", ColumnType.Text, "Keys of the issues discussed or to be discussed.", r => RowTexts.Joined(r.IssueKeys)),
            new("working_group_keys", ColumnType.Text, "Keys of the working groups that meet in it.", r => RowTexts.Joined(r.WorkingGroupKeys)),
            new("outcome", ColumnType.Text, "What came of it.", r => r.Outcome),
            .. RowTexts.Entered<Round>(at.Board, r => r.Citations.Concat(r.OutcomeCitations)),
        ],
        RoundsView.Of(at, query).All);

    /// <summary>The working groups, in the same way.</summary>
    public static ExportTable WorkingGroups(
        BoardSnapshot at, GroupQuery query, IEnumerable<(string Name, string? Value)> asked, string seenAt) => ExportTable.Of(
        $"{at.Negotiation.Title}: working groups",
        ExportTable.AboutOf(at, "Groups that negotiate particular issues, including those that have ended.", seenAt, asked),
        [
            new("key", ColumnType.Text, "Key of the group.", g => g.Key),
            new("name", ColumnType.Text, "Name.", g => g.Name),
            new("mandate", ColumnType.Text, "What its task is.", g => g.Mandate),
            new("since", ColumnType.Day, "The first day on which it is known to exist.", g => g.Since),
            new("until", ColumnType.Day, "The day on which it ended its work.", g => g.Until),
            new("issue_keys", ColumnType.Text, "Keys of the issues that it negotiates.", g => RowTexts.Joined(g.IssueKeys)),
            new("members", ColumnType.Text, "Who sits in it.", g => RowTexts.Joined(g.Members.Select(m => string.Join(", ", new[]
            {
                at.Board.Parties[m.PartyKey].Name, m.DelegateKey is { } key ? at.Board.Delegates[key].Name : null, m.Function,
            }.OfType<string>())))),
            new("members_note", ColumnType.Text, "What is said about its membership.", g => g.MembersNote),
            new("outputs", ColumnType.Text, "What came out of it, with dates.",
                g => RowTexts.Joined(g.Outputs.Select(o => $"{ExportTable.Day(o.Date)}: {o.Text}"))),
            new("sources", ColumnType.Text, "Where it is reported.",
                g => RowTexts.Cited(at.Board, g.Citations.Concat(g.Outputs.SelectMany(o => o.Citations)))),
        ],
        WorkingGroupView.Of(at, query).Select(view => view.Group));
}
