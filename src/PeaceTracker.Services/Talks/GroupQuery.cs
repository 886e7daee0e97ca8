using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Talks;

/// <summary>What a reader asks of the working groups: the filters that narrow them, and their order.</summary>
public sealed record GroupQuery
{
    /// <summary>Whether they are at work.</summary>
    public ChosenSet<GroupState> States { get; init; }

    /// <summary>Keys of parties, one of which sits in it.</summary>
    public ChosenSet<string> Parties { get; init; }

    /// <summary>The order.</summary>
    public TableOrder<GroupSort> Order { get; init; } = WorkingGroupView.Usual;

    /// <summary>Whether a group, as it is on the board's date, is one of those asked for.</summary>
    public bool Fits(WorkingGroup group) =>
        States.Passes(group.Until is null ? GroupState.AtWork : GroupState.Ended)
        && Parties.PassesAny(party => group.Members.Any(member => member.PartyKey == party));
}

/// <summary>Whether a working group is at work.</summary>
public enum GroupState
{
    /// <summary>Nothing says that it has ended.</summary>
    AtWork,
    /// <summary>It has ended its work.</summary>
    Ended,
}
