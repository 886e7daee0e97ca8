using Npgsql;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>Tells a server that is away, or on its way, from a fault of ours.</summary>
internal static class PostgreSqlFaults
{
    private static readonly string[] Away =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.TooManyConnections,
        // A primary that has become a standby, or the other way round.
        PostgresErrorCodes.ReadOnlySqlTransaction,
        // One that is being restored or moved.
        PostgresErrorCodes.InvalidCatalogName, PostgresErrorCodes.ObjectNotInPrerequisiteState,
        // Nothing is wrong: the same once more.
        PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected,
    ];

    /// <summary>Whether the same may go well in a moment.</summary>
    public static bool IsAway(Exception fault)
    {
        for (var at = fault; at is not null; at = at.InnerException!)
        {
            switch (at)
            {
                case PostgresException refused:
                    return Away.Contains(refused.SqlState) || refused.SqlState.StartsWith("08", StringComparison.Ordinal);
                case NpgsqlException or TimeoutException:
                    return true;
            }
        }

        return false;
    }
}
