using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>
/// For `dotnet ef` alone, so that it needs no server:
/// dotnet ef migrations add NAME --project src/PeaceTracker.Services --context PostgreSqlTrackerContext --output-dir Data/Migrations/PostgreSql
/// </summary>
internal sealed class PostgreSqlDesignFactory : IDesignTimeDbContextFactory<PostgreSqlTrackerContext>
{
    public PostgreSqlTrackerContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlTrackerContext>().UseNpgsql("Host=localhost").Options);
}
