namespace PeaceTracker.Services.Editing;

/// <summary>
/// A command that was carried out, kept with what it saved for a day: so the second half of a double click, or another try after the line to the
/// database was cut, finds what the first one saved, in whichever process.
/// </summary>
public sealed class DoneCommand
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>The same for every attempt to save one form.</summary>
    public required Guid Once { get; init; }

    /// <summary>Whose command it was.</summary>
    public required string AccountId { get; init; }

    /// <summary>The change that it made.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>The rows that it wrote.</summary>
    public required IReadOnlyList<SavedRow> Rows { get; init; }

    /// <summary>When it was carried out (UTC).</summary>
    public required DateTime DoneAt { get; init; }

    /// <summary>What was said of it.</summary>
    internal SaveResult.Saved Result => new(ChangeNumber, Rows);
}
