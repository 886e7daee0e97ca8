using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>A kind of thing on the board that has editing pages; its words are keys of the visible words.</summary>
/// <param name="Path">Its part of the address.</param>
/// <param name="Section">The section of the record, as the negotiation file names it.</param>
/// <param name="Name">Its name.</param>
/// <param name="AddName">The words for adding one; null where nothing is added.</param>
/// <param name="EditName">The words for editing or correcting one.</param>
public sealed record EditKind(string Path, string Section, string Name, string? AddName, string EditName)
{
    /// <summary>How many of it stand on the board.</summary>
    public int Count(Board board) => RowList.Standing(board, Section).Count();
}

/// <summary>All kinds, in the order of the board's pages.</summary>
public static class EditKinds
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<EditKind> All { get; } =
    [
        new("negotiation", "negotiation", "Negotiation", null, "Edit the negotiation"),
        new("parties", "parties", "Parties", "Add a party", "Edit a party"),
        new("delegates", "delegates", "Delegates", "Add a delegate", "Edit a delegate"),
        new("dyads", "dyads", "Dyads", "Add a dyad", "Edit a dyad"),
        new("issues", "issues", "Issues", "Add an issue", "Edit an issue"),
        new("agenda", "agendaVersions", "Agenda", "Add an agenda version", "Edit an agenda version"),
        new("status-events", "statusEvents", "Status events", "Record a status event", "Correct a status event"),
        new("positions", "positions", "Positions", "Record a position", "Correct a position"),
        new("working-groups", "workingGroups", "Working groups", "Add a working group", "Edit a working group"),
        new("rounds", "rounds", "Rounds", "Add a round", "Edit a round"),
        new("drafts", "drafts", "Drafts", "Add a draft", "Edit a draft"),
        new("offers", "offers", "Offers", "Add an offer", "Edit an offer"),
        new("claims", "claims", "Claims", "Add a claim", "Correct a claim"),
        new("sources", "sources", "Sources", "Add a source", "Edit a source"),
    ];

    /// <summary>The kind of a section of the record.</summary>
    public static EditKind Of(string section) => All.First(kind => kind.Section == section);

    /// <summary>The kind at a part of an address; null where there is none, or none that is listed.</summary>
    public static EditKind? At(string path) => All.FirstOrDefault(kind => kind.Path == path && kind.AddName is not null);
}
