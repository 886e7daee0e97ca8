using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>
/// For `dotnet ef` alone, so that it needs no running program:
/// dotnet ef migrations add NAME --project src/PeaceTracker.Services --context SqliteTrackerContext --output-dir Data/Migrations/Sqlite
/// </summary>
internal sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<SqliteTrackerContext>
{
    public SqliteTrackerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTrackerContext>().UseSqlite("Data Source=:memory:").Options);
}
