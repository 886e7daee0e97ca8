using Npgsql;

namespace PeaceTracker.Testing;

/// <summary>
/// The PostgreSQL server on which the tests of the store run where the environment names one; databases are made and dropped on it as tests
/// need them.
/// </summary>
public static class TestServer
{
    /// <summary>Names a server where databases may be made, as a connection string: Host=/run/postgresql;Username=postgres.</summary>
    public const string Variable = "PEACETRACKER_TEST_DATABASE";

    /// <summary>Why tests of PostgreSQL are left out where there is no server.</summary>
    public const string Why = $"There is no PostgreSQL: set {Variable}, or run tests/run.sh, which brings one.";

    private static readonly string Given = Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <summary>Whether there is one.</summary>
    public static bool IsThere => Given.Length > 0;

    /// <summary>The connection on which databases are made.</summary>
    public static string Administrative => Given;

    /// <summary>Makes a database, empty or as a copy, and returns the connection string to it.</summary>
    public static async Task<string> MakeAsync(string? copyOf = null)
    {
        var name = $"peacetracker_test_{Guid.NewGuid():N}";
        await ExecuteAsync(Given, $"CREATE DATABASE {name} TEMPLATE {(copyOf is null ? "template0" : NameOf(copyOf))} ENCODING 'UTF8'");
        return To(name);
    }

    /// <summary>Makes a database that lasts as long as this process, to be copied.</summary>
    public static async Task<string> MakeTemplateAsync()
    {
        var made = await MakeAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAsync(made).GetAwaiter().GetResult();
        return made;
    }

    /// <summary>Drops a database, whoever is still connected to it.</summary>
    public static async Task DropAsync(string database)
    {
        await using (var closed = new NpgsqlConnection(database))
        {
            NpgsqlConnection.ClearPool(closed);
        }

        await ExecuteAsync(Given, $"DROP DATABASE IF EXISTS {NameOf(database)} WITH (FORCE)");
    }

    /// <summary>Runs a statement past all of the program; returns how many rows it changed.</summary>
    public static async Task<int> ExecuteAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Asks for one value past all of the program.</summary>
    public static async Task<object?> ScalarAsync(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>The name of the database in a connection string.</summary>
    public static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;

    // A test's program has a handful of connections; an idle one would keep the server from copying its database.
    private static string To(string name) => new NpgsqlConnectionStringBuilder(Given) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private static async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
