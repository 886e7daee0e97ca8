using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Data.Copying;

/// <summary>A table that was copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Digest">A hash of all that is in them.</param>
internal sealed record CopiedTable(string Name, long Rows, string Digest);

/// <summary>Copies every table of one store into another, by the model that both share: a new table is copied without a word about it here.</summary>
internal sealed class StoreCopy(TrackerContext from, TrackerContext to)
{
    private static readonly MethodInfo Reader =
        typeof(StoreCopy).GetMethod(nameof(ReaderOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly IReadOnlyList<IEntityType> _tables = InOrder(from.Model);

    /// <summary>The first table of the target that has rows; null where none has.</summary>
    public async Task<string?> FindRowsAsync(CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            if (await In(to, table).AnyAsync(cancellationToken))
            {
                return table.GetTableName();
            }
        }

        return null;
    }

    /// <summary>Copies table after table, those first that others point to.</summary>
    public async IAsyncEnumerable<CopiedTable> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            yield return await CopyAsync(table, cancellationToken);
        }
    }

    /// <summary>What the target holds now, table after table.</summary>
    public async IAsyncEnumerable<(string Table, string Digest)> DigestsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var table in _tables)
        {
            using var digest = new RowDigest();
            await foreach (var entry in In(to, table).EntriesAsync(int.MaxValue, cancellationToken))
            {
                digest.Add(entry);
            }

            yield return (table.GetTableName()!, digest.Text);
        }
    }

    private async Task<CopiedTable> CopyAsync(IEntityType table, CancellationToken cancellationToken)
    {
        // Rows that point to others of their table are saved together, for EF to bring them in order.
        var batch = table.GetForeignKeys().Any(key => key.PrincipalEntityType == table) ? int.MaxValue : TableReader.Batch;
        using var digest = new RowDigest();
        var rows = 0L;
        await foreach (var entry in In(from, table).EntriesAsync(batch, cancellationToken))
        {
            digest.Add(entry);
            var copy = to.Entry(entry.Entity);
            foreach (var property in entry.Properties)
            {
                copy.Property(property.Metadata.Name).CurrentValue = property.CurrentValue;
            }

            to.Add(entry.Entity);
            if (++rows % batch == 0)
            {
                await SaveAsync();
            }
        }

        await SaveAsync();
        return new CopiedTable(table.GetTableName()!, rows, digest.Text);

        async Task SaveAsync()
        {
            await to.SaveChangesAsync(cancellationToken);
            to.ChangeTracker.Clear();
        }
    }

    private static TableReader In(TrackerContext context, IEntityType table) =>
        (TableReader)Reader.MakeGenericMethod(table.ClrType).Invoke(null, [context, table])!;

    private static TableReader<T> ReaderOf<T>(TrackerContext context, IEntityType table) where T : class => new TableReader<T>(context, table);

    private static List<IEntityType> InOrder(IModel model)
    {
        // The keys of sessions have a place of their own in each kind of store: see KeyCopy.
        var open = model.GetEntityTypes().Where(type => !type.IsOwned() && type.ClrType != typeof(ProtectionKey))
            .OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<IEntityType>();
        while (open.Count > 0)
        {
            var next = open.First(type => type.GetForeignKeys().All(
                key => key.PrincipalEntityType == type || ordered.Contains(key.PrincipalEntityType)));
            open.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
