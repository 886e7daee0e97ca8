namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>The locks that the processes on one database agree on, by numbers that only PeaceTracker uses. Each database has its own.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Takes the lock that is held while somebody writes, until the transaction ends.</summary>
    public const string Write = "SELECT pg_advisory_xact_lock(8818490701)";

    /// <summary>Takes the lock that is held while somebody brings the schema up to date, until the connection ends.</summary>
    public const string Migrate = "SELECT pg_advisory_lock(8818490702)";

    /// <summary>Gives that lock back.</summary>
    public const string Migrated = "SELECT pg_advisory_unlock(8818490702)";
}
