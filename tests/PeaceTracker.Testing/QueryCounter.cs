using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data.PostgreSql;
using PeaceTracker.Services.Data.Sqlite;

namespace PeaceTracker.Testing;

/// <summary>Notes every query that a store sends to its database.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _queries = new();

    /// <summary>The queries since the last <see cref="Reset"/>.</summary>
    public IReadOnlyList<string> Queries => [.. _queries];

    /// <summary>Forgets what was counted.</summary>
    public void Reset() => _queries.Clear();

    /// <summary>Lets it listen to a store that is being set up.</summary>
    public void ListenTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteTrackerContext>(builder => builder.AddInterceptors(this));
        services.ConfigureDbContext<PostgreSqlTrackerContext>(builder => builder.AddInterceptors(this));
    }

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        _queries.Enqueue(command.CommandText);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _queries.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
