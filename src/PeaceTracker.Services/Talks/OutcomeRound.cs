using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Talks;

/// <summary>The round that an outcome belongs to: what its entries take from it where they say nothing of their own.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Day">Its last day.</param>
/// <param name="Precision">How exactly the day is known.</param>
public sealed record OutcomeRound(string Key, DateOnly Day, DatePrecision Precision);
