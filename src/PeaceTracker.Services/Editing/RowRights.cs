using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
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
    // Where approval is asked for, an editor alone may still keep what describes the board, as long as no figure and no stated outcome moves
    // by it, and say where else a claim appeared. What is not listed (agendas, which move every share; drafts and offers, which say what is on
    // the table; entries, which are evidence; whatever comes later) is for managers.
    private static readonly HashSet<Type> ForEditorsAlone =
    [
        typeof(Source), typeof(Party), typeof(PartyDelegate), typeof(Dyad), typeof(Issue), typeof(WorkingGroup), typeof(Round),
        typeof(ClaimAppearance),
    ];

    /// <summary>The least role that may change rows of a section in a negotiation that asks for approval, or does not, as far as
    /// <see cref="ToWrite"/> asks for no higher one.</summary>
    public static AccountRole ToChange(RecordSection section, bool requiresApproval) =>
        // What a negotiation says of itself is for managers always.
        section.RowType == typeof(Negotiation) || (requiresApproval && !ForEditorsAlone.Contains(section.RowType))
            ? AccountRole.Manager
            : AccountRole.Editor;

    /// <summary>
    /// The least role that may put a row in the place of another, or of none: where approval is asked for, what moves a figure or a stated
    /// outcome is for managers, by whatever form or command it is written.
    /// </summary>
    public static AccountRole ToWrite(RecordSection section, IRow? before, IRow after, bool requiresApproval) =>
        requiresApproval && section is RecordList list && list.Use(new Moving(before, after))
            ? AccountRole.Manager
            : ToChange(section, requiresApproval);

    /// <summary>The least role that may take a row off the board, or put it back.</summary>
    public static AccountRole ToRetract(RecordRow row, bool requiresApproval) =>
        requiresApproval && row.Row is IDescriptive { StatedOutcome: not null } ? AccountRole.Manager : ToChange(row.In, requiresApproval);

    private static object? Stated(IDescriptive? row) => row is { Retracted: null } ? row.StatedOutcome : null;

    private sealed class Moving(IRow? before, IRow after) : IRecordListUse<bool>
    {
        public bool Descriptive<T>(DescriptiveList<T> list) where T : class, IDescriptive<T> =>
            ((T)after).MovesFigure((T?)before) || !Equals(Stated((T?)before), Stated((T)after));

        // Entries that move anything are evidence, and not listed.
        public bool Entries<T>(EntryList<T> list) where T : class, IEntry<T> => false;
    }
}
