using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Search;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Outcomes;

/// <summary>
/// What an outcome would do to the board of today, as far as it has been typed: the rows are those that publishing makes of the form
/// (<see cref="OutcomeRows"/>). Status events and positions that are not complete yet do nothing; a day that is still missing is taken to be today.
/// It holds no board but that of today, which all share: it is kept as long as its form is open.
/// </summary>
public sealed class OutcomePreview
{
    private OutcomePreview(Board board, BoardSnapshot before, BoardSnapshot after, IReadOnlyList<StatusEventPreview> previews)
    {
        (Before, StatusEvents) = (before, previews);
        Shares = BoardComparison.OfThreeShares(before.Shares, after.Shares);
        var touched = previews.Where(s => s.IsComplete).Select(s => s.Now!.Dyad.Key).ToHashSet(StringComparer.Ordinal);
        Dyads =
        [
            .. board.Record.Dyads.Where(d => touched.Contains(d.Key))
                .Select(d => (d, BoardComparison.Between(before.Dyad(d.Key)!.Shares, after.Dyad(d.Key)!.Shares))),
        ];
    }

    /// <summary>The board of today as it stands.</summary>
    public BoardSnapshot Before { get; }

    /// <summary>The three shares over the whole board, before and after; the headline first.</summary>
    public IReadOnlyList<(Threshold Threshold, BoardComparison Comparison)> Shares { get; }

    /// <summary>The dyads that a status event concerns, each with its agreed share before and after.</summary>
    public IReadOnlyList<(Dyad Dyad, BoardComparison Comparison)> Dyads { get; }

    /// <summary>The day of what is given none of its own: the round's last; null where there is no round, or its days are missing.</summary>
    public DateOnly? RoundDay { get; private init; }

    /// <summary>The status events as they would be recorded, in the order of the form; a day that is missing is today.</summary>
    public IReadOnlyList<StatusEvent> Entries { get; private init; } = [];

    /// <summary>What is to be said of each status event, in the order of the form.</summary>
    public IReadOnlyList<StatusEventPreview> StatusEvents { get; }

    /// <summary>What is unusual about the new sources, and about what the entries cite; their fields are those of the form.</summary>
    public IReadOnlyList<SourceWarning> Warnings { get; private init; } = [];

    /// <summary>Names of what the outcome would add that stand on the board already, or twice in it.</summary>
    public IReadOnlyList<string> SameNames { get; private init; } = [];

    /// <summary>
    /// What one status event would do that is recorded by itself, or that takes the place of <paramref name="corrects"/>: what is said of it
    /// is then held against the board without that one.
    /// </summary>
    public static OutcomePreview Of(Board board, StatusEventForm form, DateTime now, StatusEvent? corrects) =>
        Of(board, new OutcomeForm { StatusEvents = [form] }, now, corrects, out _);

    /// <summary>Reads the form as publishing would at the moment <paramref name="now"/> (UTC), as far as it goes.</summary>
    public static OutcomePreview Of(Board board, OutcomeForm form, DateTime now) => Of(board, form, now, out _);

    /// <summary>The same, with the board of today as the status events leave it.</summary>
    internal static OutcomePreview Of(Board board, OutcomeForm form, DateTime now, out BoardSnapshot after) =>
        Of(board, form, now, corrects: null, out after);

    private static OutcomePreview Of(Board board, OutcomeForm form, DateTime now, StatusEvent? corrects, out BoardSnapshot after)
    {
        var today = board.Negotiation.DayOf(now);
        var before = board.AsOf(today);
        var apart = corrects is null ? board : Without(board, corrects);
        var stands = apart.AsOf(today);
        var check = new FormCheck { MissingDay = today };
        var edit = new RecordEdit(board.Record, now, by: "");
        var rows = OutcomeRows.Enter(form, edit, check);
        var missing = check.Errors.Select(error => error.Path).ToHashSet(StringComparer.Ordinal);

        var standings = rows.StatusEvents.Select(entry => stands.IssueOnOrOffAgenda(entry.IssueKey)?.Between(entry.DyadKey)).ToList();
        var complete = rows.StatusEvents.Where((_, i) => IsComplete(i))
            .Select(entry => corrects is null ? entry : entry with { Kind = EntryKind.Correction, SupersedesKey = corrects.Key }).ToList();
        var positions = rows.Positions.Where((_, i) => Has($"positions[{i}]", "party", "issue", "attribution")).ToList();
        // What comes is added, as a save would add it: all that it does not concern is carried on.
        var then = board.Continue(
            edit.Record with
            {
                StatusEvents = [.. board.Record.StatusEvents, .. complete],
                Positions = [.. board.Record.Positions, .. positions],
            },
            board.ChangeNumber);
        var roundDay = missing.Contains("round.startsOn") ? null : rows.Round?.Day;
        after = complete.Count == 0 ? before : then.AsOf(today);
        return new OutcomePreview(board, before, after, [.. rows.StatusEvents.Select(Preview)])
        {
            RoundDay = roundDay,
            Entries = rows.StatusEvents,
            Warnings = [.. edit.Rows.SelectMany(Unusual)],
            SameNames = SameName.Among(board.Record, edit.Record),
        };

        IEnumerable<SourceWarning> Unusual(EditedRow row) => SourceWarning.Of(edit.Record, row.After, row.Before)
            .Select(warning => warning with { Field = row.InForm(warning.Field) });

        bool Has(string at, params string[] fields) => !fields.Any(field => missing.Contains($"{at}.{field}"));

        bool IsComplete(int index) => standings[index] is not null && Has($"statusEvents[{index}]", "level", "basis");

        StatusEventPreview Preview(StatusEvent entry, int i) => standings[i] is { } standing
            ? StatusEventPreview.Of(standing, IsComplete(i) ? entry : null, then.AsOf(entry.OccurredOn).IssueOnOrOffAgenda(entry.IssueKey)!.Positions)
                with { SameDay = SameDay(entry, i) }
            : StatusEventPreview.Nothing;

        // A day that is still missing stands for today in the rows, and is nobody's day.
        IReadOnlyList<StatusEvent> SameDay(StatusEvent entry, int i) => (form.StatusEvents[i].OccurredOn ?? roundDay) is not { } day ? [] :
        [
            .. rows.StatusEvents.Take(i).Where((_, earlier) => IsComplete(earlier)).Reverse()
                .Concat(apart.AsOf(day).StatusEvents)
                .Where(e => (e.IssueKey, e.DyadKey, e.OccurredOn) == (entry.IssueKey, entry.DyadKey, day))
                .OrderByDescending(e => e.OrderInDay),
        ];
    }

    // With all that it stands for: of a correction also what it corrected, which would stand again without it.
    private static Board Without(Board board, StatusEvent entry)
    {
        var standing = LiveEntries.InPlace(board.Record.StatusEvents, null);
        return new Board(
            board.Record with
            {
                StatusEvents = [.. board.Record.StatusEvents.Where(e => standing.GetValueOrDefault(e.Key)?.Key != entry.Key)],
            },
            board.ChangeNumber);
    }
}
