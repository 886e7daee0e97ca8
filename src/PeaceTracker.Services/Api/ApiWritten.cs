using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Services.Api;

/// <summary>What was recorded, or would be.</summary>
/// <param name="DryRun">Whether nothing was written.</param>
/// <param name="Change">The number of the change; null where there is none, as of a draft or a dry run.</param>
/// <param name="Summary">What changed, in a sentence; null where nothing changed on the board.</param>
/// <param name="Outcome">The number of the outcome of talks, where it is one.</param>
/// <param name="State">Whether that is published, waits for a second person, or is a draft.</param>
/// <param name="Rows">The rows that were written, or would be.</param>
/// <param name="Foreseen">The shares of today as they are and as they would be; null where it was no dry run.</param>
public sealed record ApiWritten(
    bool DryRun, long? Change, string? Summary, Guid? Outcome, OutcomeState? State, IReadOnlyList<ApiRowChange> Rows, ApiForeseen? Foreseen);

/// <summary>The shares of the whole board on its present day, without and with what would be recorded.</summary>
/// <param name="Before">As they are.</param>
/// <param name="After">As they would be.</param>
public sealed record ApiForeseen(ApiShares Before, ApiShares After)
{
    internal static ApiForeseen Of(NegotiationRecord before, NegotiationRecord after, DateTime now) =>
        new(Shares(before, now), Shares(after, now));

    private static ApiShares Shares(NegotiationRecord record, DateTime now) =>
        ApiShares.Of(new Board(record, 0).AsOf(record.Negotiation.DayOf(now)).Shares);
}

/// <summary>An outcome of talks on its way to the board, as its author and the managers see it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">Its version, which grows with whatever is done to it: what is approved is the version that was looked at.</param>
/// <param name="Title">The round that it is about; empty where that is none.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="State">Where it is on its way.</param>
/// <param name="Change">The change that published it; null before.</param>
/// <param name="UpdatedAt">When it was last saved, submitted or decided (UTC).</param>
/// <param name="DecidedBy">Who approved or returned it.</param>
/// <param name="ReturnReason">Why it was returned.</param>
/// <param name="Page">The address of the page on which a person goes on with it.</param>
public sealed record ApiOutcome(
    Guid Id, int Version, string Title, string Author, OutcomeState State, long? Change, DateTime UpdatedAt, string? DecidedBy,
    string? ReturnReason, string Page);

/// <summary>Outcomes of talks on their way to a board.</summary>
/// <param name="Items">Those of whoever asks, and those that wait for their approval, the newest first.</param>
public sealed record ApiOutcomes(IReadOnlyList<ApiOutcome> Items);

/// <summary>A negotiation that was begun, or would be.</summary>
/// <param name="DryRun">Whether nothing was written.</param>
/// <param name="Change">The number of the change; null in a dry run.</param>
/// <param name="Slug">The slug of the negotiation.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rows">How many rows of each section it has.</param>
/// <param name="WithoutHistory">
/// Whether a history in the file was left out: its changes have numbers of another store.
/// </param>
public sealed record ApiBegun(
    bool DryRun, long? Change, string Slug, string Title, IReadOnlyDictionary<string, int> Rows, bool WithoutHistory);

/// <summary>What became of something that a program asked to be recorded.</summary>
/// <param name="Written">What was written, or would be; null where it was refused.</param>
/// <param name="Key">The key of the row that was asked for; null where there is none.</param>
/// <param name="Refusal">Why it was refused; null where it was not.</param>
public sealed record ApiWrite(ApiWritten? Written, string? Key, SaveResult? Refusal);
