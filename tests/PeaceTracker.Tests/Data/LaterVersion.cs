using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Migrations.Sqlite;

namespace PeaceTracker.Tests.Data;

/// <summary>A version to come, with one migration more, which may be told to fail half-way.</summary>
internal sealed class LaterVersion(string databaseFile, bool fails) : IDbContextFactory<TrackerContext>
{
    public TrackerContext CreateDbContext() => fails ? new FailingContext(Options<FailingContext>()) : new LaterContext(Options<LaterContext>());

    // The model is the present one, which EF would hold against the migration that goes beyond it.
    private DbContextOptions<T> Options<T>() where T : DbContext => new DbContextOptionsBuilder<T>()
        .UseSqlite($"Data Source={databaseFile}", sqlite => sqlite.MigrationsAssembly(typeof(LaterVersion).Assembly.FullName))
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
        .Options;
}

internal class LaterContext(DbContextOptions options) : TrackerContext(options)
{
    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);

    public override Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(cancellationToken);
}

internal sealed class FailingContext(DbContextOptions options) : LaterContext(options);

[DbContext(typeof(LaterContext))]
[Migration("20261123193013_Initial")]
public class InitialOfLater : Initial;

[DbContext(typeof(LaterContext))]
[Migration("20261123235307_Editing")]
public class EditingOfLater : PeaceTracker.Services.Data.Migrations.Sqlite.Editing;

[DbContext(typeof(LaterContext))]
[Migration("20261125224223_Codes")]
public class CodesOfLater : Codes;

[DbContext(typeof(LaterContext))]
[Migration("20261126021341_Recorders")]
public class RecordersOfLater : Recorders;

[DbContext(typeof(LaterContext))]
[Migration("20261127030226_Moments")]
public class MomentsOfLater : Moments;

[DbContext(typeof(LaterContext))]
[Migration("20261127104910_PreviousHash")]
public class PreviousHashOfLater : PreviousHash;

[DbContext(typeof(LaterContext))]
[Migration("20261127115554_Claims")]
public class ClaimsOfLater : Services.Data.Migrations.Sqlite.Claims;

[DbContext(typeof(LaterContext))]
[Migration("20261127120535_TalksAsKnown")]
public class TalksAsKnownOfLater : TalksAsKnown;

[DbContext(typeof(LaterContext))]
[Migration("20261127121245_BoardPublication")]
public class BoardPublicationOfLater : BoardPublication;

[DbContext(typeof(LaterContext))]
[Migration("20261127152506_KeptForms")]
public class KeptFormsOfLater : KeptForms;

[DbContext(typeof(LaterContext))]
[Migration("20261127190945_Sessions")]
public class SessionsOfLater : Sessions;

[DbContext(typeof(LaterContext))]
[Migration("20261127201945_Nodes")]
public class NodesOfLater : Nodes;

[DbContext(typeof(LaterContext))]
[Migration("20261127222602_Limits")]
public class LimitsOfLater : Limits;

[DbContext(typeof(LaterContext))]
[Migration("20261127223514_Comments")]
public class CommentsOfLater : Services.Data.Migrations.Sqlite.Comments;

[DbContext(typeof(LaterContext))]
[Migration("20261128013302_Tokens")]
public class TokensOfLater : Tokens;

[DbContext(typeof(LaterContext))]
[Migration("20261128024500_Alerts")]
public class AlertsOfLater : Alerts;

[DbContext(typeof(LaterContext))]
[Migration("99991231000000_Later")]
public class Later : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE Later (Id INTEGER PRIMARY KEY)");
}

[DbContext(typeof(FailingContext))]
[Migration("20261123193013_Initial")]
public class InitialOfFailing : Initial;

[DbContext(typeof(FailingContext))]
[Migration("20261123235307_Editing")]
public class EditingOfFailing : PeaceTracker.Services.Data.Migrations.Sqlite.Editing;

[DbContext(typeof(FailingContext))]
[Migration("20261125224223_Codes")]
public class CodesOfFailing : Codes;

[DbContext(typeof(FailingContext))]
[Migration("20261126021341_Recorders")]
public class RecordersOfFailing : Recorders;

[DbContext(typeof(FailingContext))]
[Migration("20261127030226_Moments")]
public class MomentsOfFailing : Moments;

[DbContext(typeof(FailingContext))]
[Migration("20261127104910_PreviousHash")]
public class PreviousHashOfFailing : PreviousHash;

[DbContext(typeof(FailingContext))]
[Migration("20261127115554_Claims")]
public class ClaimsOfFailing : Services.Data.Migrations.Sqlite.Claims;

[DbContext(typeof(FailingContext))]
[Migration("20261127120535_TalksAsKnown")]
public class TalksAsKnownOfFailing : TalksAsKnown;

[DbContext(typeof(FailingContext))]
[Migration("20261127121245_BoardPublication")]
public class BoardPublicationOfFailing : BoardPublication;

[DbContext(typeof(FailingContext))]
[Migration("20261127152506_KeptForms")]
public class KeptFormsOfFailing : KeptForms;

[DbContext(typeof(FailingContext))]
[Migration("20261127190945_Sessions")]
public class SessionsOfFailing : Sessions;

[DbContext(typeof(FailingContext))]
[Migration("20261127201945_Nodes")]
public class NodesOfFailing : Nodes;

[DbContext(typeof(FailingContext))]
[Migration("20261127222602_Limits")]
public class LimitsOfFailing : Limits;

[DbContext(typeof(FailingContext))]
[Migration("20261127223514_Comments")]
public class CommentsOfFailing : Services.Data.Migrations.Sqlite.Comments;

[DbContext(typeof(FailingContext))]
[Migration("20261128013302_Tokens")]
public class TokensOfFailing : Tokens;

[DbContext(typeof(FailingContext))]
[Migration("20261128024500_Alerts")]
public class AlertsOfFailing : Alerts;

[DbContext(typeof(FailingContext))]
[Migration("99991231000000_Failing")]
public class Failing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TABLE Later (Id INTEGER PRIMARY KEY)", suppressTransaction: true);
        migrationBuilder.Sql("INSERT INTO NoSuchTable VALUES (1)");
    }
}
