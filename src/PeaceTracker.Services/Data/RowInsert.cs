using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data;

/// <summary>
/// Inserts many rows of one table in the caller's transaction, some in a statement that is prepared once. The change tracker would hold each
/// of them with a copy, and have its statement compiled anew, triggers and all.
/// </summary>
internal sealed class RowInsert : IAsyncDisposable
{
    private readonly TrackerContext _context;
    private readonly List<(string Name, RelationalTypeMapping Mapping, Func<object, int, object?> Value)> _columns;
    private readonly string _table;
    private readonly List<(object Row, int Ordinal)> _rows = [];
    private readonly int _together;
    private DbCommand? _full;

    /// <summary>For the table of <paramref name="type"/>, whose rows are part of the negotiation of that number.</summary>
    public RowInsert(TrackerContext context, IEntityType type, int negotiationId)
    {
        _context = context;

        // A statement is a way there and back where the database is another process; SQLite finds each value by its name among all.
        _together = context.Database.IsSqlite() ? 8 : 100;
        var names = context.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        _table = names.DelimitIdentifier(table.Name, table.Schema);
        _columns = [.. type.GetProperties().Select(property => (
            names.DelimitIdentifier(property.GetColumnName(table)!), property.GetRelationalTypeMapping(), Value(property, negotiationId)))];
    }

    /// <summary>
    /// Takes a row and its place in its list, where it has one; it is in the store after <see cref="CompleteAsync"/> at the latest.
    /// </summary>
    public async ValueTask AddAsync(object row, int ordinal, CancellationToken cancellationToken)
    {
        _rows.Add((row, ordinal));
        if (_rows.Count == _together)
        {
            if (_full is null)
            {
                _full = Command();
                await _full.PrepareAsync(cancellationToken);
            }

            await InsertAsync(_full, cancellationToken);
        }
    }

    /// <summary>Inserts what is left.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count > 0)
        {
            await using var rest = Command();
            await InsertAsync(rest, cancellationToken);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _full?.DisposeAsync() ?? ValueTask.CompletedTask;

    private DbCommand Command()
    {
        var command = _context.Database.GetDbConnection().CreateCommand();
        command.Transaction = _context.Database.CurrentTransaction!.GetDbTransaction();
        var rows = Enumerable.Range(0, _rows.Count).Select(row => string.Join(", ", _columns.Select((column, i) =>
        {
            var parameter = column.Mapping.CreateParameter(command, $"@p{(row * _columns.Count) + i}", null, nullable: true);
            command.Parameters.Add(parameter);
            return parameter.ParameterName;
        })));
        command.CommandText =
            $"INSERT INTO {_table} ({string.Join(", ", _columns.Select(column => column.Name))}) VALUES ({string.Join("), (", rows)})";
        return command;
    }

    private async Task InsertAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var parameter = 0;
        foreach (var (row, ordinal) in _rows)
        {
            foreach (var column in _columns)
            {
                command.Parameters[parameter++].Value = column.Value(row, ordinal) ?? DBNull.Value;
            }
        }

        var began = Stopwatch.GetTimestamp();
        await command.ExecuteNonQueryAsync(cancellationToken);
        Measures.Answered(Stopwatch.GetElapsedTime(began)); // what EF does not execute, its interceptors don't see
        _rows.Clear();
    }

    private static Func<object, int, object?> Value(IProperty property, int negotiationId)
    {
        if (property.IsShadowProperty())
        {
            return property.Name switch
            {
                RecordMapping.NegotiationId => (_, _) => negotiationId,
                RecordMapping.Ordinal => (_, ordinal) => ordinal,
                var other => throw new UnreachableException($"A row has no {other}."),
            };
        }

        var getter = property.GetGetter();
        return property.GetRelationalTypeMapping().Converter is not { } converter
            ? (row, _) => getter.GetClrValue(row)
            : (row, _) => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
