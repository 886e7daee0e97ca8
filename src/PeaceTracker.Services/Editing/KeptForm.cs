namespace PeaceTracker.Services.Editing;

/// <summary>
/// What somebody typed into a form and has not saved yet. It belongs to the account that typed it and to nobody else, and is no part of a
/// record: it stands in no change, in no file and in no audit.
/// </summary>
public sealed class KeptForm
{
    /// <summary>Account of who typed it.</summary>
    public required string AccountId { get; init; }

    /// <summary>Where the form is: path and query, and after # the dialog, where it is one.</summary>
    public required string Address { get; init; }

    /// <summary>Slug of the negotiation; null for a form that belongs to none.</summary>
    public string? Slug { get; init; }

    /// <summary>What the form is called, for lists.</summary>
    public required string Title { get; set; }

    /// <summary>What was typed, with what the form was opened on: JSON.</summary>
    public required string Typed { get; set; }

    /// <summary>Grows each time it is kept, so that two windows on one form don't overwrite each other.</summary>
    public int Version { get; set; }

    /// <summary>When it was last kept (UTC).</summary>
    public DateTime KeptAt { get; set; }
}

/// <summary>Which form it is.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">What it is called, for lists.</param>
/// <param name="Slug">Slug of the negotiation; null where it belongs to none.</param>
public sealed record FormPlace(string Address, string Title, string? Slug);

/// <summary>What became of an attempt to keep what is typed.</summary>
public abstract record FormKeep
{
    /// <summary>It is in the store.</summary>
    /// <param name="Version">Its version now; 0 where there is nothing to keep.</param>
    public sealed record Kept(int Version) : FormKeep;

    /// <summary>Nothing was written: another window keeps what is typed into the same form.</summary>
    /// <param name="Version">The version that the other window kept.</param>
    public sealed record ElsewhereToo(int Version) : FormKeep;

    /// <summary>Nothing was written: nobody is signed in, or the account may not work any more.</summary>
    public sealed record NotAllowed : FormKeep;
}
