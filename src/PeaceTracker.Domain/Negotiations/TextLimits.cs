namespace PeaceTracker.Domain.Negotiations;

/// <summary>How long words may be, in UTF-16 characters; files, imports and forms keep to the same limits.</summary>
public static class TextLimits
{
    /// <summary>Keys and slugs.</summary>
    public const int Key = 64;

    /// <summary>Titles, names and other short words.</summary>
    public const int Title = 200;

    /// <summary>Notes of a sentence, and headlines.</summary>
    public const int Note = 500;

    /// <summary>The rationale of a status event.</summary>
    public const int Rationale = 1000;

    /// <summary>Descriptions, outcomes and addresses.</summary>
    public const int Text = 2000;
}
