using PeaceTracker.Services.Outgoing;

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
    /// <summary>The name of the host leads nowhere.</summary>
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
public sealed class WebhookDelivery : OutgoingItem
{
    /// <summary>A minute after the first attempt, half a day after the fifth; after the sixth it is given up.</summary>
    public static RetryPauses Pauses { get; } = new(
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)]);

    /// <summary>Number of the address.</summary>
    public required int WebhookId { get; init; }

    /// <summary>Slug of the negotiation.</summary>
    public required string Slug { get; init; }

    /// <summary>The number of the change.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; set; }

    /// <summary>How often it was tried in all.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was last tried (UTC); null before the first attempt.</summary>
    public DateTime? TriedAt { get; set; }

    /// <summary>The status of the last answer; null where none came.</summary>
    public int? Status { get; set; }

    /// <summary>Why the last attempt failed; null where it did not.</summary>
    public DeliveryFault? Fault { get; set; }
}
