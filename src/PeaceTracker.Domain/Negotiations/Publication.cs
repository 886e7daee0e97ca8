namespace PeaceTracker.Domain.Negotiations;

/// <summary>Whether readers see a negotiation's board. Those who edit see it in any case.</summary>
public enum Publication
{
    /// <summary>Everybody sees it who may read.</summary>
    Published,
    /// <summary>It is being prepared: for readers it is not there yet.</summary>
    InPreparation,
    /// <summary>It was published and taken off again, with a reason: for readers it is not there any more.</summary>
    TakenOff,
}
