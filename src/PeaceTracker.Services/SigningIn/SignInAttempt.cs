namespace PeaceTracker.Services.SigningIn;

/// <summary>An attempt to sign in that counts against a limit, until it has succeeded or some minutes have passed.</summary>
public sealed class SignInAttempt
{
    /// <summary>Its number, in order.</summary>
    public long Id { get; init; }

    /// <summary>What it counts against, as a hash: who it was for and where it came from can't be read from it.</summary>
    public required string Key { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime At { get; init; }
}
