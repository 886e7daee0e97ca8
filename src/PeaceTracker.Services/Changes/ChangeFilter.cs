using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Changes;

/// <summary>Which changes a reader asked for; what is not set is not asked about.</summary>
public sealed record ChangeFilter
{
    /// <summary>What the change is about: one of these.</summary>
    public ChosenSet<ChangeSubject> Subjects { get; init; }

    /// <summary>Keys of issues: what is about one of them, or bears on it among others.</summary>
    public ChosenSet<string> Issues { get; init; }

    /// <summary>Keys of parties: what one of them said, and what moved between it and another.</summary>
    public ChosenSet<string> Parties { get; init; }

    /// <summary>Keys of dyads.</summary>
    public ChosenSet<string> Dyads { get; init; }

    /// <summary>Only what happened after this day.</summary>
    public DateOnly? After { get; init; }

    /// <summary>Only what happened by this day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who entered it.</summary>
    public ChosenSet<string> RecordedBy { get; init; }

    /// <summary>One page of the changes of a board that fit, newest first, and how many there are.</summary>
    public (IReadOnlyList<ChangeItem> Items, int Total) Page(BoardSnapshot at, int skip, int take) =>
        ChangeFeed.Page(at, this == new ChangeFilter() ? null : head => Fits(head, at.Board.Dyads), skip, take);

    /// <summary>Those of some changes of a board that fit, in their order.</summary>
    public IReadOnlyList<ChangeItem> Of(BoardSnapshot at, IReadOnlyList<ChangeHead> among) =>
        ChangeFeed.Items(at, among.Where(head => Fits(head, at.Board.Dyads)));

    private bool Fits(ChangeHead head, IReadOnlyDictionary<string, Dyad> dyads) =>
        Subjects.Passes(head.Subject)
        && Issues.PassesAny(head.IsOfIssue)
        && (!Dyads.IsSet || (head.DyadKey is { } between && Dyads.Has(between)))
        && Parties.PassesAny(party => head.IsOfParty(party) || (head.DyadKey is { } dyad && dyads[dyad].Includes(party)))
        && RecordedBy.Passes(head.RecordedBy)
        && (After is null || head.Date > After)
        && (Until is null || head.Date <= Until);
}
