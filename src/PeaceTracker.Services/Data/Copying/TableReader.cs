using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data.Copying;

/// <summary>Reads all rows of a table, with the columns that the records don't know of, in an order that is the same in every store.</summary>
internal abstract class TableReader
{
    /// <summary>How many rows are held at a time.</summary>
    public const int Batch = 2000;

    /// <summary>Whether there are any.</summary>
    public abstract Task<bool> AnyAsync(CancellationToken cancellationToken);

    /// <summary>The rows; they are forgotten after each <paramref name="batch"/>.</summary>
    public abstract IAsyncEnumerable<EntityEntry> EntriesAsync(int batch, CancellationToken cancellationToken);
}

/// <summary>The same for rows of a type.</summary>
internal sealed class TableReader<T>(TrackerContext context, IEntityType table) : TableReader where T : class
{
    public override Task<bool> AnyAsync(CancellationToken cancellationToken) => context.Set<T>().AnyAsync(cancellationToken);

    public override async IAsyncEnumerable<EntityEntry> EntriesAsync(int batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0;
        await foreach (var row in Ordered().AsTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return context.Entry(row);
            if (++rows % batch == 0)
            {
                context.ChangeTracker.Clear();
            }
        }

        context.ChangeTracker.Clear();
    }

    private IQueryable<T> Ordered()
    {
        IOrderedQueryable<T>? ordered = null;
        string[] by = table.FindProperty(RecordMapping.Ordinal) is null ? [] : [RecordMapping.NegotiationId, RecordMapping.Ordinal];
        foreach (var name in by.Concat(table.FindPrimaryKey()!.Properties.Select(property => property.Name)).Distinct())
        {
            ordered = ordered is null
                ? context.Set<T>().OrderBy(row => EF.Property<object>(row, name))
                : ordered.ThenBy(row => EF.Property<object>(row, name));
        }

        return ordered!;
    }
}
