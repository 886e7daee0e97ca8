namespace PeaceTracker.Services.SigningIn;

/// <summary>A key that signs sessions and forms, where several processes share them.</summary>
public sealed class ProtectionKey
{
    /// <summary>Its place among them.</summary>
    public int Id { get; init; }

    /// <summary>What the framework calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The key as the framework writes it.</summary>
    public required string Xml { get; init; }
}
