using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>What a command would write if it were carried out now. Nothing was.</summary>
/// <param name="Summary">What would be said of the change.</param>
/// <param name="Rows">The rows that it would write.</param>
/// <param name="Before">The record as it is.</param>
/// <param name="After">The record as it would be.</param>
public sealed record Rehearsal(string Summary, IReadOnlyList<RehearsedRow> Rows, NegotiationRecord Before, NegotiationRecord After);

/// <summary>A row that would be written.</summary>
/// <param name="In">The section.</param>
/// <param name="Before">The row as it is; null for a new one.</param>
/// <param name="After">The row as it would be.</param>
public sealed record RehearsedRow(RecordSection In, IRow? Before, IRow After);
