using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Api;

/// <summary>What is said with a correction beside the row itself.</summary>
public class ApiCorrectionTerms
{
    /// <summary>
    /// What was wrong, in one sentence: of an entry always, of a row where it was always judged as it is now.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The number of the change at which the row was read, as “change” in each answer says it. A row that somebody else has changed since is not
    /// overwritten. Entries don’t need it.
    /// </summary>
    public long? Seen { get; init; }

    /// <summary>The day from which it holds, where something is judged otherwise from then on.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whether it was always so, where something is judged otherwise: our record was wrong.</summary>
    public bool Always { get; init; }
}

/// <summary>A correction of a row or an entry.</summary>
public sealed class ApiCorrection<T> : ApiCorrectionTerms where T : class
{
    /// <summary>The fields that are to be others, or the whole row; null takes a field out.</summary>
    public T? Row { get; init; }
}

/// <summary>A retraction of a row or an entry.</summary>
public sealed class ApiRetraction
{
    /// <summary>Why, in one sentence.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Puts a row or an entry back that was retracted.</summary>
public sealed class ApiRestoration
{
    /// <summary>Why, in one sentence.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Approves an outcome of somebody else’s.</summary>
public sealed class ApiApproval
{
    /// <summary>The version that was looked at, as “version” of the outcome says it. One that was changed since is not approved.</summary>
    public int? Version { get; init; }
}

/// <summary>Sends an outcome of somebody else’s back to its author.</summary>
public sealed class ApiReturn
{
    /// <summary>What is to be changed, in one sentence.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Says who sees a board.</summary>
public sealed class ApiPublication
{
    /// <summary>“published” shows the board to readers, “taken-off” takes it from them.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Why it is taken off, in one sentence.</summary>
    public string? Reason { get; init; }
}

/// <summary>Takes a change back as a whole, such as an import.</summary>
public sealed class ApiReversal
{
    /// <summary>The number of the change.</summary>
    public long? Change { get; init; }
}
