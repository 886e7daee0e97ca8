namespace PeaceTracker.Services.Webhooks;

/// <summary>An address that an administrator approved, which is told of each change of a published board.</summary>
public sealed class Webhook
{
    /// <summary>The most that there may be.</summary>
    public const int Most = 50;

    /// <summary>Its number; given by the store.</summary>
    public int Id { get; init; }

    /// <summary>The address to which deliveries go.</summary>
    public required string Address { get; init; }

    /// <summary>Slug of the negotiation that it is told of; null for all.</summary>
    public string? Slug { get; init; }

    /// <summary>The scheme and host by which links in deliveries begin, as whoever added it reached the site.</summary>
    public required string Origin { get; init; }

    /// <summary>The secret by which deliveries are signed, encrypted: the database alone can forge none.</summary>
    public required byte[] SealedSecret { get; init; }

    /// <summary>The number of the newest change for which deliveries were made, or passed over.</summary>
    public required long LastChange { get; set; }

    /// <summary>When it was added (UTC).</summary>
    public required DateTime AddedAt { get; init; }

    /// <summary>Name of the administrator who added it.</summary>
    public required string AddedBy { get; init; }

    /// <summary>Since when nothing is sent (UTC); null while it is in use.</summary>
    public DateTime? PausedAt { get; set; }
}
