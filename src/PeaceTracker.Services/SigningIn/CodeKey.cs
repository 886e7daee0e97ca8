namespace PeaceTracker.Services.SigningIn;

/// <summary>The key that an account shares with an app, from which both compute the codes; in use where the account has codes switched on.</summary>
public sealed class CodeKey
{
    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The key, encrypted: the database alone tells nobody's codes.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The session in which it was made: as long as it waits, it is shown in no other. Null where it was made in none.</summary>
    public string? Session { get; init; }

    /// <summary>The time step of the last code that was taken: it and those before it are no longer accepted.</summary>
    public long LastStep { get; set; }
}

/// <summary>A recovery code that was not used yet; using it deletes it.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many an account gets.</summary>
    public const int Count = 10;

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>SHA-256 of the code, as hexadecimal; the code itself is kept nowhere.</summary>
    public required string Hash { get; init; }
}
