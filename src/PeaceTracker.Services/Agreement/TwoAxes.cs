using System.Runtime.CompilerServices;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Agreement;

/// <summary>What of a board shows by example that it is dated on two axes, in the world and in the record.</summary>
/// <param name="Late">The newest level that was entered after its day, so that it was not known then; null where there is none.</param>
/// <param name="Judged">The newest judgement that changed on its day; null where none did.</param>
public sealed record TwoAxes(LateStep? Late, ChangeItem? Judged)
{
    // Each costs a look through all status events.
    private const int MostTried = 20;

    private static readonly ConditionalWeakTable<BoardSnapshot, TwoAxes> Made = [];

    /// <summary>The examples of a board on a date; looked for once for a snapshot.</summary>
    public static TwoAxes Of(BoardSnapshot at) => Made.GetValue(at, Make);

    private static TwoAxes Make(BoardSnapshot at) => new(
        at.StatusEvents.Where(step => step.OccurredOn >= at.Negotiation.StartedOn && at.Negotiation.DayOf(step.RecordedAt) > step.OccurredOn)
            .Take(MostTried).Select(step => LateStep.Of(at, step)).FirstOrDefault(late => late.Then != late.Now),
        ChangeFeed.OfDescriptions(at, head => head is { Subject: ChangeSubject.Judgement, News.IsHeadline: false }).FirstOrDefault());
}

/// <summary>A level that was entered after its day.</summary>
/// <param name="Step">The status event.</param>
/// <param name="RecordedOn">The day on which it was entered, where the negotiation counts its days.</param>
/// <param name="Now">The level of that day by all that is known.</param>
/// <param name="Then">The level of that day by what was known at its end.</param>
public sealed record LateStep(StatusEvent Step, DateOnly RecordedOn, Level Now, Level Then)
{
    internal static LateStep Of(BoardSnapshot at, StatusEvent step)
    {
        var path = at.Board.Record.StatusEvents.Where(e => (e.IssueKey, e.DyadKey) == (step.IssueKey, step.DyadKey)).ToList();
        return new LateStep(
            step, at.Negotiation.DayOf(step.RecordedAt), LevelBefore(at.KnownBefore), LevelBefore(at.Negotiation.EndOf(step.OccurredOn)));

        Level LevelBefore(DateTime? moment)
        {
            var live = LiveEntries.Of(path, moment).Where(e => e.OccurredOn <= step.OccurredOn).ToList();
            return live.Count == 0 ? Level.Unknown : LevelStep.Resolve(live.FindAll(e => e.OccurredOn == live[^1].OccurredOn)).Level;
        }
    }
}
