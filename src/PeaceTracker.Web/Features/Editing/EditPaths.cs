using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>Where the rows of a section are edited, corrected, retracted, and where readers see them.</summary>
public static class EditPaths
{
    /// <summary>The section's part of an address: "statusEvents" is "status-events".</summary>
    public static string Of(string section) => section switch
    {
        "agendaVersions" => "agenda",
        "statusEvents" => "status-events",
        "workingGroups" => "working-groups",
        _ => section,
    };

    /// <summary>Whether its rows are append-only: corrected, not edited.</summary>
    public static bool IsEntry(string section) => section is "statusEvents" or "positions" or "claims";

    /// <summary>The page that edits or corrects a row.</summary>
    public static string Change(BoardAddress address, string section, string key) => section == "negotiation" ? address.Path("edit/negotiation")
        : address.Path($"edit/{Of(section)}/{key}{(IsEntry(section) ? "/correct" : "")}");

    /// <summary>The page that retracts a row.</summary>
    public static string Retract(BoardAddress address, string section, string key) => address.Path($"edit/retract/{section}/{key}");

    /// <summary>The page with a row's history.</summary>
    public static string History(BoardAddress address, string section, string key) => address.Path($"edit/history/{section}/{key}");

    /// <summary>The page on which readers see a row.</summary>
    public static string Reading(BoardAddress address, RecordRow row) => row.Row switch
    {
        Domain.Issues.StatusEvent e => address.Issue(e.IssueKey),
        Domain.Positions.Position p => address.Issue(p.IssueKey),
        Domain.Parties.PartyDelegate d => address.Party(d.PartyKey),
        Domain.Parties.Dyad or Domain.Parties.Party => address.Parties,
        Domain.Issues.AgendaVersion => address.Changes,
        Domain.Drafts.Offer or Domain.Drafts.Draft => address.Drafts,
        Domain.Negotiations.Negotiation => address.Summary,
        _ => address.Path(Of(row.Section)),
    };
}
