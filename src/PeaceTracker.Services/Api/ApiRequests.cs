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
