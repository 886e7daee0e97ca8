namespace PeaceTracker.Domain.Changes;

/// <summary>One row that a change wrote: what stood there before, and what stands there now. Never updated or deleted.</summary>
public sealed record RowChange
{
    /// <summary>Number of the <see cref="Change"/> it belongs to.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>Its place among the rows of that change, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The section of the record, as the negotiation file names it: "statusEvents".</summary>
    public required string Section { get; init; }

    /// <summary>Key of the row in its section.</summary>
    public required string Key { get; init; }

    /// <summary>The row before, as JSON in the notation of the negotiation file; null where it is new.</summary>
    public string? Before { get; init; }

    /// <summary>The row as it was written, in the same notation.</summary>
    public required string After { get; init; }
}
