namespace PeaceTracker.Domain.Negotiations;

/// <summary>One breach of the rules of a record.</summary>
/// <param name="Path">Where, in the names of the negotiation file: "statusEvents[3].issue".</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
public sealed record RuleViolation(string Path, string Message);
