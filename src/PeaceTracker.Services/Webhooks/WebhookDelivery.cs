namespace PeaceTracker.Services.Webhooks;

/// <summary>How far a delivery has come.</summary>
public enum DeliveryState
{
    /// <summary>It is still to be sent, for the first time or once more.</summary>
    Waiting,
    /// <summary>The other side said that it has it.</summary>
    Delivered,
    /// <summary>It was tried as often as it is, or may not be sent any more.</summary>
    GivenUp,
}

/// <summary>Why an attempt failed.</summary>
public enum DeliveryFault
{
    /// <summary>The answer was none of 200 to 299.</summary>
    Answer,
    /// <summary>The answer leads to another address, which is not followed.</summary>
    Redirect,
    /// <summary>No answer came in time.</summary>
    Timeout,
    /// <summary>The host name can’t be found.</summary>
    NoSuchHost,
    /// <summary>The host is in a network that is not called, or the line to it is not encrypted.</summary>
    NotAllowed,
    /// <summary>The connection, or its encryption, failed.</summary>
    NoConnection,
    /// <summary>The secret can't be read with the keys that are here.</summary>
    NoSecret,
    /// <summary>The board is not published any more.</summary>
    NotPublic,
    /// <summary>It could not be put into words: a fault of the program.</summary>
    NotMade,
}

/// <summary>One change told to one address: kept until it is delivered or given up, and for a month in the log.</summary>
public sealed class WebhookDelivery
{
    /// <summary>For how long it stays in the log.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Its name, the same at each attempt: by it the other side knows what it has already.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the address.</summary>
    public required int WebhookId { get; init; }

    /// <summary>Slug of the negotiation.</summary>
    public required string Slug { get; init; }

    /// <summary>The number of the change.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; set; }

    /// <summary>How often it was tried in all.</summary>
    public int Attempts { get; set; }

    /// <summary>How often since it was made, or was last sent again by hand: what the pauses hang on.</summary>
    public int Tries { get; set; }

    /// <summary>When it is tried next (UTC); null where it is not.</summary>
    public DateTime? NextTryAt { get; set; }

    /// <summary>Until when whoever took it up has it for themselves (UTC); null where nobody has.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>Who has it.</summary>
    public string? LeasedBy { get; set; }

    /// <summary>When it was last tried (UTC); null before the first attempt.</summary>
    public DateTime? TriedAt { get; set; }

    /// <summary>The status of the last answer; null where none came.</summary>
    public int? Status { get; set; }

    /// <summary>Why the last attempt failed; null where it did not.</summary>
    public DeliveryFault? Fault { get; set; }
}
