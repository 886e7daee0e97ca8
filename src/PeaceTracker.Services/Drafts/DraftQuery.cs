using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Drafts;

/// <summary>What a reader asks of the drafts: the filters that narrow them, and their order.</summary>
public sealed record DraftQuery
{
    /// <summary>Keys of working groups, one of which writes it.</summary>
    public ChosenSet<string> Groups { get; init; }

    /// <summary>Keys of parties, one of which holds the newest version.</summary>
    public ChosenSet<string> HeldBy { get; init; }

    /// <summary>Keys of parties, one of which has not seen the newest version.</summary>
    public ChosenSet<string> UnseenBy { get; init; }

    /// <summary>The order.</summary>
    public TableOrder<DraftSort> Order { get; init; } = DraftView.Usual;

    /// <summary>Whether a draft, with its versions up to the board's date, is one of those asked for.</summary>
    public bool Fits(Draft draft) =>
        (!Groups.IsSet || (draft.WorkingGroupKey is { } group && Groups.Has(group)))
        && HeldBy.PassesAny(party => draft.Versions[^1].HeldByKeys.Contains(party))
        && UnseenBy.PassesAny(party => draft.Versions[^1].NotSeenByKeys.Contains(party));
}
