using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>What a negotiation file holds.</summary>
/// <param name="Record">The record as it stands.</param>
/// <param name="History">Every change of it, the oldest first; null where the file does not carry them.</param>
public sealed record NegotiationFile(NegotiationRecord Record, IReadOnlyList<PastChange>? History = null);
