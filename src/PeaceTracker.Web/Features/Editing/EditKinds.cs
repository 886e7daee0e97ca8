using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>A kind of thing on the board that has editing pages.</summary>
/// <param name="Path">Its part of the address.</param>
/// <param name="Name">Its name, a key of the visible words.</param>
/// <param name="AddName">The words of the link that adds one; null where nothing is added.</param>
/// <param name="Count">How many the record holds.</param>
public sealed record EditKind(string Path, string Name, string? AddName, int Count);

/// <summary>All kinds, in the order of the board's pages.</summary>
public static class EditKinds
{
    /// <summary>The kinds with what <paramref name="board"/> holds of each.</summary>
    public static IReadOnlyList<EditKind> Of(Board board) =>
    [
        new("negotiation", "Negotiation", null, 1),
        new("parties", "Parties", "Add a party", board.Record.Parties.Count),
        new("delegates", "Delegates", "Add a delegate", board.Record.Delegates.Count),
        new("dyads", "Dyads", "Add a dyad", board.Record.Dyads.Count),
        new("issues", "Issues", "Add an issue", board.Record.Issues.Count),
        new("agenda", "Agenda", "Add an agenda version", board.Record.AgendaVersions.Count),
        new("working-groups", "Working groups", "Add a working group", board.Record.WorkingGroups.Count),
        new("rounds", "Rounds", "Add a round", board.Record.Rounds.Count),
        new("drafts", "Drafts", "Add a draft", board.Record.Drafts.Count),
        new("offers", "Offers", "Add an offer", board.Record.Offers.Count),
        new("claims", "Claims", "Add a claim", board.Record.Claims.Count),
        new("sources", "Sources", "Add a source", board.Record.Sources.Count),
    ];
}
