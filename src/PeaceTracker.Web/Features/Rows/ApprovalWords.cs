using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>What an editor is told, before anything is typed, of rows that only managers change where approval is asked for.</summary>
public static class ApprovalWords
{
    /// <summary>Who may change such rows, and what an editor can do instead.</summary>
    public static string Managers(this IStringLocalizer<Text> l, RecordSection section)
    {
        var outcome = RowKinds.Of(section.Name).InOutcome;
        return section.RowType == typeof(AgendaVersion)
            ? l["This negotiation needs a second person’s approval: only managers can change its agenda, because that changes every share. "
                + "Ask a manager."]
            : section.HoldsEntries
                ? l["This negotiation needs a second person’s approval: only managers can correct or retract an entry. Ask a manager, or record "
                    + "what happened as an outcome of talks and submit it for approval."]
                : outcome
                    ? l["This negotiation needs a second person’s approval: only managers can change this. Ask a manager, or record what is new as "
                        + "part of an outcome of talks and submit it for approval."]
                    : l["This negotiation needs a second person’s approval: only managers can change this. Ask a manager."];
    }

    /// <summary>Why a row that an editor may edit can't be retracted by one.</summary>
    public static string Retracting(this IStringLocalizer<Text> l, RecordRow row) => row.Row is IDescriptive { StatedOutcome: not null }
        ? l["This negotiation needs a second person’s approval: only managers can take outcomes of talks off the board. Ask a manager."]
        : l.Managers(row.In);

    /// <summary>That entries are recorded by way of an outcome, by whomever.</summary>
    public static string ByOutcome(this IStringLocalizer<Text> l) =>
        l["This negotiation needs a second person’s approval: nothing is recorded directly. Record an outcome of talks and submit it for approval."];
}
