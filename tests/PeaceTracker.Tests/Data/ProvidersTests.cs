using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.PostgreSql;
using PeaceTracker.Services.Data.Sqlite;

namespace PeaceTracker.Tests.Data;

/// <summary>Two databases have two folders of migrations, and each has to end at today's model.</summary>
public class ProvidersTests
{
    [Fact]
    public void Migrations_Sqlite_EndAtTheModel() =>
        AssertAtTheModel(new SqliteDesignFactory().CreateDbContext([]), nameof(SqliteTrackerContext), "Sqlite");

    [Fact]
    public void Migrations_PostgreSql_EndAtTheModel() =>
        AssertAtTheModel(new PostgreSqlDesignFactory().CreateDbContext([]), nameof(PostgreSqlTrackerContext), "PostgreSql");

    private static void AssertAtTheModel(TrackerContext context, string name, string folder)
    {
        using (context)
        {
            Assert.False(
                context.Database.HasPendingModelChanges(),
                "The model has changed: dotnet ef migrations add NAME --project src/PeaceTracker.Services "
                    + $"--context {name} --output-dir Data/Migrations/{folder}");
        }
    }
}
