using FsCheck;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>What holds of every board on its two axes of time.</summary>
public class TimeProperties
{
    /// <summary>The properties hold over records that the rules let in, not over impossible ones.</summary>
    [BoardProperty]
    public void Check_GeneratedRecord_BreaksNoRule(BoardPlan plan) =>
        Assert.Equal("", string.Join(" ", NegotiationRules.Check(plan.Record()).Select(v => v.Path)));

    [BoardProperty]
    public void AsOf_EntriesInAnyOrder_SameBoard(BoardPlan plan, int seed)
    {
        var record = plan.Record();
        var random = new System.Random(seed);
        var shuffled = record with
        {
            StatusEvents = [.. record.StatusEvents.OrderBy(_ => random.Next())],
            AgendaVersions = [.. record.AgendaVersions.OrderBy(_ => random.Next())],
            Positions = [.. record.Positions.OrderBy(_ => random.Next())],
        };

        Assert.Equal(Fingerprint.Of(plan.Of(record)), Fingerprint.Of(plan.Of(shuffled)));
    }

    [BoardProperty]
    public void AsOf_ChangeAfterTheDate_ChangesNothing(BoardPlan plan, PositiveInt later) =>
        AssertSame(plan, record => Added(record, Change(record, on: plan.AsOf + later.Get, recorded: 1)));

    [BoardProperty]
    public void AsOf_AnythingRecordedAfterKnownAt_ChangesNothing(BoardPlan plan, PositiveInt later, NonNegativeInt target)
    {
        var known = plan with { KnownAt = plan.KnownAt ?? 20 };
        var recorded = known.KnownAt!.Value + later.Get;

        AssertSame(known, record => Added(record, Change(record, on: 1, recorded)));
        AssertSame(known, record => Added(record, Superseding(record, EntryKind.Retraction, target.Get, recorded)));
        AssertSame(known, record => Added(record, Superseding(record, EntryKind.Correction, target.Get, recorded)));
        AssertSame(known, record => record with
        {
            AgendaVersions = [.. record.AgendaVersions, new AgendaVersion
            {
                Number = 9, Title = "None", InForceFrom = RecordBuilder.Day(1), RecordedAt = RecordBuilder.At(recorded),
            }],
        });
    }

    [BoardProperty]
    public void AsOf_KnownAtTheLastRecording_IsAllThatIsRecorded(BoardPlan plan) =>
        Assert.Equal(
            Fingerprint.Of((plan with { KnownAt = null }).Snapshot()),
            Fingerprint.Of((plan with { KnownAt = BoardPlan.LastRecorded }).Snapshot()));

    [BoardProperty]
    public void AsOf_ChangeRetracted_RestoresTheStateBefore(BoardPlan plan) =>
        AssertSame(plan, record =>
        {
            var change = Change(record, on: 1, recorded: 1);
            return Added(Added(record, change), Retraction(change, "r", recorded: 41));
        }, sinceAll: true);

    [BoardProperty]
    public void AsOf_CorrectionOrRetractionRetracted_RestoresTheStateBefore(BoardPlan plan, NonNegativeInt target)
    {
        foreach (var kind in new[] { EntryKind.Correction, EntryKind.Retraction })
        {
            AssertSame(plan, record => Superseding(record, kind, target.Get, recorded: 50) is { } entry
                ? Added(Added(record, entry), Retraction(entry, "r", recorded: 51))
                : record, sinceAll: true);
        }
    }

    [BoardProperty]
    public void AsOf_CorrectionBySomethingEqual_ShowsTheSameLevels(BoardPlan plan, NonNegativeInt target)
    {
        var before = plan with { KnownAt = null };
        var record = before.Record();
        var standing = LiveEntries.Of(record.StatusEvents, null);
        if (standing.Count == 0)
        {
            return;
        }

        var entry = standing[target.Get % standing.Count];
        var corrected = Added(
            record, entry with { Key = "z", Kind = EntryKind.Correction, SupersedesKey = entry.Key, RecordedAt = RecordBuilder.At(60) });

        var (then, now) = (before.Of(record), before.Of(corrected));
        Assert.Equal(
            then.Issues.Select(i => (i.Issue.Key, i.Level, i.Basis, i.Contested, i.Reopened, then.IsStale(i))),
            now.Issues.Select(i => (i.Issue.Key, i.Level, i.Basis, i.Contested, i.Reopened, now.IsStale(i))));
    }

    [BoardProperty]
    public void AsOf_Retraction_TakesTheStandingEntryOutAndNothingElse(BoardPlan plan, NonNegativeInt target)
    {
        var record = plan.Record();
        var standing = LiveEntries.Of(record.StatusEvents, null);
        var changes = standing.Where(e => e.Kind == EntryKind.Change).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var entry = changes[target.Get % changes.Count];
        var after = LiveEntries.Of(Added(record, Retraction(entry, "z", recorded: 60)).StatusEvents, null);

        Assert.Equal(standing.Where(e => e.Key != entry.Key).Select(e => e.Key), after.Select(e => e.Key));
    }

    [BoardProperty]
    public void Of_AnyEntries_OneChangeNeverYieldsTwo(BoardPlan plan)
    {
        var entries = plan.Record().StatusEvents;
        var standing = LiveEntries.Of(entries, plan.KnownBefore);

        Assert.Equal(standing.Count, standing.Select(Root).Distinct().Count());
        Assert.DoesNotContain(standing, e => e.Kind == EntryKind.Retraction);

        string Root(StatusEvent entry) => entry.SupersedesKey is { } key ? Root(entries.Single(e => e.Key == key)) : entry.Key;
    }

    private static void AssertSame(BoardPlan plan, Func<NegotiationRecord, NegotiationRecord> change, bool sinceAll = false)
    {
        var read = sinceAll ? plan with { KnownAt = null } : plan;
        var record = read.Record();
        Assert.Equal(Fingerprint.Of(read.Of(record)), Fingerprint.Of(read.Of(change(record))));
    }

    private static NegotiationRecord Added(NegotiationRecord record, StatusEvent? entry) =>
        entry is null ? record : record with { StatusEvents = [.. record.StatusEvents, entry] };

    private static StatusEvent? Change(NegotiationRecord record, int on, int recorded) =>
        record.Issues.FirstOrDefault(i => i.DyadKeys.Count > 0) is not { } issue ? null : new StatusEvent
        {
            Key = "new",
            IssueKey = issue.Key,
            DyadKey = issue.DyadKeys[0],
            Level = Level.Concluded,
            Basis = Basis.OnRecord,
            Rationale = "Signed.",
            OccurredOn = RecordBuilder.Day(on),
            RecordedAt = RecordBuilder.At(recorded),
        };

    private static StatusEvent? Superseding(NegotiationRecord record, EntryKind kind, int target, int recorded) =>
        record.StatusEvents.Count == 0 ? null : record.StatusEvents[target % record.StatusEvents.Count] with
        {
            Key = "s",
            Kind = kind,
            SupersedesKey = record.StatusEvents[target % record.StatusEvents.Count].Key,
            Level = Level.Concluded,
            RecordedAt = RecordBuilder.At(recorded),
        };

    private static StatusEvent? Retraction(StatusEvent? entry, string key, int recorded) => entry is null ? null : entry with
    {
        Key = key, Kind = EntryKind.Retraction, SupersedesKey = entry.Key, RecordedAt = RecordBuilder.At(recorded),
    };
}
