using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Reading;

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

    /// <summary>The list of a section's rows; <paramref name="added"/> is the key of one that was just added.</summary>
    public static string List(BoardAddress address, string section, string? added = null) => section == "negotiation" ? address.Path("edit") : address.To($"edit/{Of(section)}", ("added", added));

    /// <summary>The page on which readers see a row, or those of its kind where it was retracted.</summary>
    public static string Reading(BoardAddress address, RecordRow row) => row.Row switch
    {
        _ when RowList.Reason(row) is not null => Readers(address, row.Section),
        Domain.Issues.StatusEvent e => address.Issue(e.IssueKey),
        Domain.Positions.Position p => address.Issue(p.IssueKey),
        Domain.Parties.PartyDelegate d => address.Party(d.PartyKey),
        Domain.Parties.Party => address.Party(row.Key),
        Domain.Issues.Issue => address.Issue(row.Key),
        Domain.Talks.WorkingGroup => address.WorkingGroup(row.Key),
        Domain.Talks.Round => address.Round(row.Key),
        Domain.Drafts.Draft => address.Draft(row.Key),
        Domain.Claims.Claim => address.Claim(row.Key),
        Domain.Sources.Source => address.Source(row.Key),
        _ => Readers(address, row.Section),
    };

    private static string Readers(BoardAddress address, string section) => section switch
    {
        "delegates" or "dyads" => address.Parties,
        "agendaVersions" => address.Changes,
        "statusEvents" => address.Issues,
        "positions" => address.Matrix,
        "offers" => address.Drafts,
        "negotiation" => address.Summary,
        _ => address.Path(Of(section)),
    };
}
