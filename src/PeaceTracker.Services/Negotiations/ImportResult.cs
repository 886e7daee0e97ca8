namespace PeaceTracker.Services.Negotiations;

/// <summary>What came of adding a negotiation from a file.</summary>
public abstract record ImportResult
{
    /// <summary>It was added.</summary>
    /// <param name="Number">Number of the change that says so.</param>
    public sealed record Added(long Number) : ImportResult;

    /// <summary>There is a negotiation of that slug already; nothing was added.</summary>
    public sealed record SlugTaken : ImportResult;

    /// <summary>It has a history, and in this store its numbers are taken; nothing was added.</summary>
    /// <param name="Newest">Number of the newest change of the store.</param>
    public sealed record NumbersTaken(long Newest) : ImportResult;

    /// <summary>Under the name of the attempt something else was asked and done; nothing was added.</summary>
    public sealed record AskedOtherwise : ImportResult;

    /// <summary>Whoever asked may not begin a negotiation; nothing was added.</summary>
    public sealed record NotAllowed : ImportResult;
}
