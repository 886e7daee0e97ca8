using FsCheck;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Agreement;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>
/// A record that grew out of a valid one is held against the rules where it grew. Whatever was done to it, that finds the same as holding all of
/// it against them.
/// </summary>
public class KeptEntriesProperties
{
    private static readonly NegotiationRecord Valid = ValidRecord.Make() with
    {
        ClaimAppearances =
        [
            new ClaimAppearance
            {
                Key = "half-2", ClaimKey = "half", Citation = ValidRecord.Cited, OccurredOn = ValidRecord.Day, RecordedAt = ValidRecord.At,
                RecordedBy = "Ada",
            },
        ],
    };

    [BoardProperty]
    public void Check_WhatGrewOutOfAValidRecord_FindsWhatCheckingAllOfItFinds(NonNegativeInt[] choices)
    {
        var (record, chosen) = (Valid, new Choices(choices));
        for (var i = 0; i <= chosen.Of(3); i++)
        {
            record = Changed(record, chosen);
        }

        Assert.Equal(
            NegotiationRules.Check(record).Select(v => v.ToString()).Order(StringComparer.Ordinal),
            NegotiationRules.Check(record, Valid).Select(v => v.ToString()).Order(StringComparer.Ordinal));
    }

    // The correction of the first event is retracted: the event stands again, of an issue that was retracted while it did not.
    [Fact]
    public void Check_AnEntryThatStandsAgain_IsLookedAtAgain()
    {
        var made = new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("land", dyads: ["a-b"]).Status("land", Level.Disputed).Build();
        var first = made.StatusEvents[0];
        var elsewhere = first with { Key = "elsewhere", DyadKey = "a-c", Kind = EntryKind.Change };
        var gone = first with { Key = "gone", DyadKey = "a-c", Kind = EntryKind.Retraction, SupersedesKey = "elsewhere", Reason = "Of no pair." };
        var kept = made with { StatusEvents = [first, elsewhere, gone] };
        var back = gone with { Key = "back", SupersedesKey = "gone", Reason = "It was." };

        var found = NegotiationRules.Check(kept with { StatusEvents = [.. kept.StatusEvents, back] }, kept);

        Assert.Empty(NegotiationRules.Check(kept));
        Assert.Equal("statusEvents[1].dyad", Assert.Single(found).Path);
    }

    private static NegotiationRecord Changed(NegotiationRecord record, Choices choices) => choices.Of(8) switch
    {
        0 => record.With<StatusEvent>([.. record.StatusEvents, Entry(record.StatusEvents, choices) with
        {
            IssueKey = choices.From([.. record.Issues.Select(i => i.Key), "nowhere"]), DyadKey = choices.From([.. record.Dyads.Select(d => d.Key)]),
        }]),
        1 => record.With<Position>([.. record.Positions, Entry(record.Positions, choices)]),
        2 => record.With<Claim>([.. record.Claims, Entry(record.Claims, choices)]),
        3 => record.With<ClaimAppearance>([.. record.ClaimAppearances, Entry(record.ClaimAppearances, choices)]),
        4 => record.With<Issue>(
            [.. record.Issues, choices.From([.. record.Issues]) with { Key = choices.From(["new-issue", record.Issues[0].Key]) }]),
        5 => record.With<Issue>(
            [.. record.Issues.Select((issue, i) => i == choices.Of(2) ? issue with { Retracted = Retracted } : issue)]),
        6 => record with { Negotiation = record.Negotiation with { StalenessDays = choices.From([0, 20]) } },
        _ => record.With<StatusEvent>([.. record.StatusEvents.Select((entry, i) => i == 0 ? entry with { Rationale = "" } : entry)]),
    };

    private static T Entry<T>(IReadOnlyList<T> entries, Choices choices) where T : class, IEntry<T>
    {
        var entry = choices.From([.. entries]).WithKey(choices.From(["new-entry", "other-entry", entries[0].Key]));
        var target = choices.From([.. entries.Select(e => e.Key), "nowhere", "new-entry"]);
        return choices.Of(3) switch
        {
            0 => entry,
            1 => entry.Superseding(EntryKind.Correction, target, "Misread."),
            _ => entry.Superseding(EntryKind.Retraction, target, "Twice."),
        };
    }

    private static Retraction Retracted => new() { At = RecordBuilder.At(300), By = "Ada", Reason = "Twice." };

    // One choice after the other, by the numbers that were generated; they begin anew where there are no more.
    private sealed class Choices(NonNegativeInt[] numbers)
    {
        private int _next;

        public int Of(int many) => numbers.Length == 0 ? 0 : numbers[_next++ % numbers.Length].Get % many;

        public T From<T>(IReadOnlyList<T> among) => among[Of(among.Count)];
    }
}
