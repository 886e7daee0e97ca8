using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>How the store's connections to a server are opened.</summary>
internal static class PostgreSqlSettings
{
    /// <summary>The oldest server that is used: earlier ones can't replace a trigger.</summary>
    public const int OldestServer = 14;

    /// <summary>Points the context at a database.</summary>
    public static void Use(DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseNpgsql(Read(connectionString).ConnectionString).AddInterceptors(StorableText.Instance, CommandClock.Instance);

    /// <summary>
    /// The setting with what is not said in it. Throws <see cref="StoreRefusal"/> where it can't be read, or names no server or no database.
    /// </summary>
    public static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        NpgsqlConnectionStringBuilder read;
        try
        {
            read = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            throw Unreadable(fault.Message.ReplaceLineEndings(" ").TrimEnd('.'), fault);
        }

        if (read is not { Host.Length: > 0, Database.Length: > 0 })
        {
            throw Unreadable(read.Host is { Length: > 0 } ? "it names no database" : "it names no server", null);
        }

        read.ApplicationName ??= "PeaceTracker";
        // A line that a firewall or a dead server has cut is noticed although nobody speaks.
        read.KeepAlive = read.ContainsKey("Keepalive") ? read.KeepAlive : 30;
        // Of several servers the one that writes; after another was promoted, that.
        read.TargetSessionAttributes ??= read.Host.Contains(',', StringComparison.Ordinal) ? "primary" : null;
        return read;
    }

    /// <summary>The server and the database, without the password.</summary>
    public static string Place(string connectionString)
    {
        var read = Read(connectionString);
        return $"{read.Host}:{read.Port}/{read.Database}";
    }

    private static StoreRefusal Unreadable(string why, Exception? fault)
    {
        var message = $"The setting PeaceTracker:Database can’t be used ({why}): "
            + "write it as Host=db.example.org;Database=peacetracker;Username=peacetracker;Password=…";
        return fault is null ? new StoreRefusal(message) : new StoreRefusal(message, fault);
    }
}
