using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Testing;

/// <summary>
/// A real store, gone after the test: a file in a folder of its own, or a database on the server where there is one. It is a copy of one that
/// was migrated once.
/// </summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>How long a process of the program may take to do what it was started for; far more than even a busy machine needs.</summary>
    public static readonly TimeSpan ProcessLimit = TimeSpan.FromMinutes(5);

    private static readonly Lazy<Task<byte[]>> FileTemplate = new(MakeFileTemplateAsync);
    private static readonly Lazy<Task<string>> ServerTemplate = new(MakeServerTemplateAsync);

    private TestStore(string folder, string? database, Action<IServiceCollection>? configure)
    {
        Folder = folder;
        Options = new StoreOptions { DataDirectory = folder, Database = database };
        Services = Provide(Options, configure);
    }

    /// <summary>Tables that a test project adds to every store before the first one is started: those of a kind of row that only it knows.</summary>
    public static string MoreTables { get; set; } = "";

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The settings with which it is started again.</summary>
    public StoreOptions Options { get; }

    /// <summary>The database file, where the store is in one.</summary>
    public string DatabaseFile => Path.Combine(Folder, "peacetracker.db");

    /// <summary>The services of the started store.</summary>
    public ServiceProvider Services { get; }

    /// <summary>The importer of this store.</summary>
    public NegotiationImporter Importer => Services.GetRequiredService<NegotiationImporter>();

    /// <summary>The reader of this store.</summary>
    public BoardReader Boards => Services.GetRequiredService<BoardReader>();

    /// <summary>The audit of this store.</summary>
    public AuditReader Audit => Services.GetRequiredService<AuditReader>();

    /// <summary>A started store on the database that the tests run on, with a record in it if one is given.</summary>
    public static Task<TestStore> StartAsync(NegotiationRecord? record = null, Action<IServiceCollection>? configure = null) =>
        TestServer.IsThere ? StartOnServerAsync(record, configure) : StartInFileAsync(record, configure);

    /// <summary>A started store in a file, for tests of what is so on SQLite alone.</summary>
    public static async Task<TestStore> StartInFileAsync(NegotiationRecord? record = null, Action<IServiceCollection>? configure = null)
    {
        var store = new TestStore(NewFolder(), null, configure);
        await File.WriteAllBytesAsync(store.DatabaseFile, await FileTemplate.Value);
        await StartAsync(store.Services, record);
        return store;
    }

    /// <summary>A started store on the server, for tests of what is so on PostgreSQL alone.</summary>
    public static async Task<TestStore> StartOnServerAsync(NegotiationRecord? record = null, Action<IServiceCollection>? configure = null)
    {
        var store = new TestStore(NewFolder(), await TestServer.MakeAsync(copyOf: await ServerTemplate.Value), configure);
        await StartAsync(store.Services, record);
        return store;
    }

    /// <summary>The services of a store that is not started.</summary>
    public static ServiceProvider Provide(StoreOptions options, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddPeaceTrackerStore(options);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Starts the store of these services, filling it with the record if it is empty.</summary>
    public static Task StartAsync(IServiceProvider services, NegotiationRecord? record = null) => services.GetRequiredService<StoreStartup>()
        .StartAsync(record is null ? null : _ => Task.FromResult(new NegotiationFile(record)), CancellationToken.None);

    /// <summary>A context of this store.</summary>
    public TrackerContext NewContext() => Services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContext();

    /// <summary>Runs a statement past all of the program on whichever database; names stand in quotes. Returns how many rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql) =>
        Options.Database is { } database ? TestServer.ExecuteAsync(database, sql) : Task.FromResult(Execute(DatabaseFile, sql));

    /// <summary>Asks for one value past all of the program on whichever database; names stand in quotes.</summary>
    public Task<object?> ScalarAsync(string sql) =>
        Options.Database is { } database ? TestServer.ScalarAsync(database, sql) : Task.FromResult(Scalar(DatabaseFile, sql));

    /// <summary>Runs a statement past all of the program, as a tool from outside would; returns how many rows it changed.</summary>
    public static int Execute(string databaseFile, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={databaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Asks for one value past all of the program.</summary>
    public static object? Scalar(string databaseFile, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={databaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        if (Options.Database is { } database)
        {
            await TestServer.DropAsync(database);
        }
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("peacetracker-test-").FullName;

    private static async Task<string> MakeServerTemplateAsync()
    {
        var database = await TestServer.MakeTemplateAsync();
        await using (var services = Provide(new StoreOptions { DataDirectory = Path.GetTempPath(), Database = database }))
        {
            await StartAsync(services);
        }

        if (MoreTables.Length > 0)
        {
            await TestServer.ExecuteAsync(database, MoreTables);
        }

        return database;
    }

    private static async Task<byte[]> MakeFileTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("peacetracker-template-").FullName;
        var options = new StoreOptions { DataDirectory = folder };
        await using (var services = Provide(options))
        {
            await StartAsync(services);
        }

        if (MoreTables.Length > 0)
        {
            Execute(options.DatabaseFile, MoreTables);
        }

        var template = await File.ReadAllBytesAsync(options.DatabaseFile);
        Directory.Delete(folder, recursive: true);
        return template;
    }
}
