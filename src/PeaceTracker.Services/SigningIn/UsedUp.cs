namespace PeaceTracker.Services.SigningIn;

/// <summary>Something that was good once and was used, remembered until it would be refused as too old in any case.</summary>
public sealed class UsedUp
{
    /// <summary>What it was, as a hash.</summary>
    public required string What { get; init; }

    /// <summary>Until when it is remembered (UTC).</summary>
    public required DateTime Until { get; init; }
}
