using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>
/// Where what happened is recorded, with what it is about filled in. Where a negotiation asks for a second person, all of it is recorded as an
/// outcome of talks.
/// </summary>
public static class RecordPaths
{
    /// <summary>The form of a status event.</summary>
    public static string StatusEvent(
        BoardAddress address, Negotiation negotiation, string? issue = null, string? dyad = null, string? round = null) =>
        Entry(address, negotiation, "statusEvents", issue, dyad, round: round);

    /// <summary>The form of a position.</summary>
    public static string Position(BoardAddress address, Negotiation negotiation, string? issue = null, string? party = null, string? round = null) =>
        Entry(address, negotiation, "positions", issue, party: party, round: round);

    /// <summary>The form of a claim.</summary>
    public static string Claim(BoardAddress address, Negotiation negotiation, string? issue = null, string? dyad = null, string? round = null) =>
        Entry(address, negotiation, "claims", issue, dyad, round: round);

    /// <summary>The form of an outcome of talks, a new one.</summary>
    public static string Outcome(
        BoardAddress address, string? issue = null, string? dyad = null, string? party = null, string? round = null) =>
        Given.At(address.Path("edit/outcome/new"), issue, dyad, party, round);

    private static string Entry(
        BoardAddress address, Negotiation negotiation, string section, string? issue, string? dyad = null, string? party = null,
        string? round = null) => negotiation.RequiresApproval
            ? Outcome(address, issue, dyad, party, round)
            : Given.At(EditPaths.Form(address, section, null), issue, dyad, party, round);
}
