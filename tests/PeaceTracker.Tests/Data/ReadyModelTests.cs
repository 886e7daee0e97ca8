using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PeaceTracker.Services.Data.Migrations.Sqlite.ReadyModel;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data;

/// <summary>The model of the tables that comes with the program is the one that the mappings make.</summary>
public class ReadyModelTests
{
    [Fact]
    public void Instance_Mappings_IsWhatTheyMake()
    {
        using var context = new SqliteDesignFactory().CreateDbContext([]);

        var (made, ready) = (Describe(context.Model), Describe(SqliteTrackerContextModel.Instance));

        Assert.IsNotType<SqliteTrackerContextModel>(context.Model); // or it would be compared with itself
        Assert.True(
            made.SequenceEqual(ready),
            $"The mappings have changed, and the ready model has not: {SqliteSettings.ReadyModel}\n{string.Join('\n', made.Except(ready))}\n"
                + $"stands there as:\n{string.Join('\n', ready.Except(made))}");
    }

    [Fact]
    public async Task CreateDbContext_StoreOfTheProgram_HasTheReadyModel()
    {
        await using var store = await TestStore.StartInFileAsync();
        await using var context = store.NewContext();

        Assert.Same(SqliteTrackerContextModel.Instance, context.Model);
    }

    // All that rows are read and written by, and what the house has noted on its tables.
    private static List<string> Describe(IModel model) =>
    [
        .. model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n').Select(line => line.TrimEnd()),
        .. from type in model.GetEntityTypes().OrderBy(type => type.Name, StringComparer.Ordinal)
           from line in
               type.GetProperties().Select(Describe)
                   .Concat(type.GetKeys().Select(key => $"{Names(key.Properties)} is {(key.IsPrimaryKey() ? "the" : "a")} key"))
                   .Concat(type.GetIndexes().Select(index => $"{Names(index.Properties)} index {index.Name} {index.IsUnique}"))
                   .Concat(type.GetForeignKeys().Select(key =>
                       $"{Names(key.Properties)} to {key.PrincipalEntityType.Name} {Names(key.PrincipalKey.Properties)} {key.DeleteBehavior} "
                           + $"{key.IsRequired} {key.IsUnique}"))
                   .Concat(type.GetAnnotations().Where(note => note.Name.StartsWith("PeaceTracker:", StringComparison.Ordinal))
                       .Select(note => $"{note.Name} {note.Value}"))
           select $"{type.Name}: {line}",
    ];

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(property => property.Name));

    private static string Describe(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        return $"{property.Name} {property.ClrType} {property.GetColumnName()} {mapping.StoreType} {property.IsNullable} {property.GetMaxLength()} "
            + $"{mapping.Converter?.GetType()} {property.GetValueConverter()?.GetType()} {property.GetValueComparer().GetType()} "
            + $"{property.GetKeyValueComparer().GetType()} {property.ValueGenerated} {property.IsConcurrencyToken} {property.Sentinel} "
            + $"{property.GetBeforeSaveBehavior()} {property.GetAfterSaveBehavior()} {property.PropertyInfo} {property.FieldInfo}";
    }
}
