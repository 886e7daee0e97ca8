using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Editing;

/// <summary>The least role for changing a row by hand; commands ask it, and pages before they offer a form.</summary>
public static class RowRights
{
    // Where approval is asked for, an editor alone may still keep what describes the board, as long as no figure moves by it, and
    // say where else a claim appeared. What is
    // not listed (agendas, which move every share; corrections and retractions of entries; whatever comes later) is for managers.
    private static readonly HashSet<Type> ForEditorsAlone =
    [
        typeof(Source), typeof(Party), typeof(PartyDelegate), typeof(Dyad), typeof(Issue), typeof(WorkingGroup), typeof(Round),
        typeof(Draft), typeof(Offer), typeof(ClaimAppearance),
    ];

    /// <summary>The least role that may change rows of a section in a negotiation that asks for approval, or does not.</summary>
    public static AccountRole ToChange(RecordSection section, bool requiresApproval) => ToChange(section.RowType, requiresApproval);

    /// <summary>The least role for one change: moving a figure where approval is asked for is for managers, by whatever form.</summary>
    internal static AccountRole UnderApproval<T>(bool movesFigure) => movesFigure ? AccountRole.Manager : ToChange(typeof(T), requiresApproval: true);

    // What a negotiation says of itself is for managers always.
    private static AccountRole ToChange(Type rowType, bool requiresApproval) =>
        rowType == typeof(Negotiation) || (requiresApproval && !ForEditorsAlone.Contains(rowType)) ? AccountRole.Manager : AccountRole.Editor;
}
