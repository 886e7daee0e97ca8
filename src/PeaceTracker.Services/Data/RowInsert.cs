using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data;

/// <summary>
/// Inserts many rows of one table in the caller's transaction by one prepared command. The change tracker would hold each of them with a copy, and
/// have its statement compiled anew, triggers and all.
/// </summary>
internal sealed class RowInsert : IAsyncDisposable
{
    private readonly DbCommand _command;
    private readonly List<(DbParameter Parameter, Func<object, object?> Value)> _columns = [];
    private int _ordinal;

    /// <summary>For the table of <paramref name="type"/>, whose rows are part of the negotiation of that number.</summary>
    public RowInsert(TrackerContext context, IEntityType type, int negotiationId)
    {
        _command = context.Database.GetDbConnection().CreateCommand();
        _command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        var names = context.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = new List<string>();
        foreach (var property in type.GetProperties())
        {
            var mapping = property.GetRelationalTypeMapping();
            var parameter = mapping.CreateParameter(_command, $"@p{columns.Count}", null, nullable: true);
            _command.Parameters.Add(parameter);
            columns.Add(names.DelimitIdentifier(property.GetColumnName(table)!));
            _columns.Add((parameter, Value(property, mapping, negotiationId)));
        }

        _command.CommandText = $"INSERT INTO {names.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
    }

    /// <summary>Inserts a row at its place among those of its table.</summary>
    public async Task AddAsync(object row, int ordinal, CancellationToken cancellationToken)
    {
        _ordinal = ordinal;
        foreach (var (parameter, value) in _columns)
        {
            parameter.Value = value(row) ?? DBNull.Value;
        }

        await _command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private Func<object, object?> Value(IProperty property, RelationalTypeMapping mapping, int negotiationId)
    {
        if (property.Name == RecordMapping.NegotiationId)
        {
            return _ => negotiationId;
        }

        if (property.Name == RecordMapping.Ordinal)
        {
            return _ => _ordinal;
        }

        var getter = property.GetGetter();
        return mapping.Converter is not { } converter
            ? getter.GetClrValue
            : row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
