using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Outcomes;

/// <summary>What an outcome would do to the board of today, as far as it has been typed; steps that are not whole yet do nothing.</summary>
public sealed class OutcomePreview
{
    private OutcomePreview(Board board, BoardSnapshot before, BoardSnapshot after, IReadOnlyList<StepPreview> steps)
    {
        (Before, After, Steps) = (before, after, steps);
        Shares = [.. new[] { Threshold.Agreed, Threshold.TextAgreed, Threshold.Moving }.Select(t => (t, BoardComparison.Between(before.Shares, after.Shares, t)))];
        var touched = steps.Where(s => s.IsWhole).Select(s => s.Now!.Dyad.Key).ToHashSet(StringComparer.Ordinal);
        Dyads = [.. board.Record.Dyads.Where(d => touched.Contains(d.Key)).Select(d => (before.Dyad(d.Key)!, after.Dyad(d.Key)!))];
    }

    /// <summary>The board of today as it stands.</summary>
    public BoardSnapshot Before { get; }

    /// <summary>The board of today with the steps.</summary>
    public BoardSnapshot After { get; }

    /// <summary>The three shares over the whole board, before and after; the headline first.</summary>
    public IReadOnlyList<(Threshold Threshold, BoardComparison Comparison)> Shares { get; }

    /// <summary>The dyads that a step concerns, before and after.</summary>
    public IReadOnlyList<(DyadShares Before, DyadShares After)> Dyads { get; }

    /// <summary>What is to be said of each step, in the order of the form.</summary>
    public IReadOnlyList<StepPreview> Steps { get; }

    /// <summary>Reads the form as far as it goes.</summary>
    public static OutcomePreview Of(Board board, OutcomeForm form, DateOnly today)
    {
        var day = DayOf(board, form) ?? today;
        var before = board.AsOf(today);
        List<StepPreview> steps = [];
        List<StatusEvent> events = [];
        foreach (var (index, step) in form.Steps.Index())
        {
            var on = step.OccurredOn ?? day;
            var preview = Of(board, before, form, step, on);
            steps.Add(preview);
            if (preview.IsWhole && on <= today)
            {
                events.Add(new StatusEvent
                {
                    Key = $"preview-{index}", IssueKey = step.IssueKey!, DyadKey = step.DyadKey!, Level = step.Level!.Value, Basis = step.Basis!.Value,
                    Rationale = "", OccurredOn = on, RecordedAt = DateTime.MaxValue,
                });
            }
        }

        var after = events.Count == 0
            ? before
            : new Board(board.Record with { StatusEvents = [.. board.Record.StatusEvents, .. events] }, board.ChangeNumber).AsOf(today);
        return new OutcomePreview(board, before, after, steps);
    }

    private static StepPreview Of(Board board, BoardSnapshot before, OutcomeForm form, Issues.StatusEventForm step, DateOnly on)
    {
        if (step.IssueKey is not { } issue || step.DyadKey is not { } dyad || before.IssueOnOrOffAgenda(issue)?.Between(dyad) is not { } now)
        {
            return new StepPreview(null, null, [], false);
        }

        var positions = PositionsOn(board, form, issue, on);
        Position? Of(string party) => positions.FirstOrDefault(p => p.PartyKey == party);
        var proposed = LevelProposal.Of(Of(now.Dyad.FirstPartyKey), Of(now.Dyad.SecondPartyKey));
        return step is { Level: { } level, Basis: { } basis }
            ? new StepPreview(now, proposed, StepWarning.Of(now, level, basis, on, positions), true)
            : new StepPreview(now, proposed, [], false);
    }

    // Of each party the newest: what the form brings is newer than what is recorded.
    private static List<Position> PositionsOn(Board board, OutcomeForm form, string issue, DateOnly on)
    {
        var typed = form.Positions
            .Where(p => p is { PartyKey: not null, Stance: not null, Attribution: not null } && p.IssueKey == issue)
            .Select(p => new Position
            {
                Key = "", PartyKey = p.PartyKey!, IssueKey = issue, Stance = p.Stance, Text = p.Text, Attribution = p.Attribution!.Value, OccurredOn = on, RecordedAt = default,
            });
        return [.. typed.Reverse().Concat(board.AsOf(on).IssueOnOrOffAgenda(issue)?.Positions ?? []).DistinctBy(p => p.PartyKey)];
    }

    private static DateOnly? DayOf(Board board, OutcomeForm form) => form.NewRound is { } made
        ? made.EndsOn ?? made.StartsOn
        : board.Record.Rounds.FirstOrDefault(r => r.Key == form.RoundKey)?.LastDay;
}

/// <summary>What is to be said of one step while it is typed.</summary>
/// <param name="Now">The issue between the dyad as it stands; null until both are chosen.</param>
/// <param name="Proposed">The level that the two parties' positions point to; null where they say nothing of one.</param>
/// <param name="Warnings">What is unusual about the step.</param>
/// <param name="IsWhole">Whether it can be counted: issue, dyad, level and basis are chosen.</param>
public sealed record StepPreview(DyadStanding? Now, Level? Proposed, IReadOnlyList<StepWarning> Warnings, bool IsWhole);
