using Npgsql;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.PostgreSql;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Data.PostgreSql;

/// <summary>What the start refuses on a server, each in a sentence that says what to do, with nothing written.</summary>
[OnPostgreSql]
public class RefusedDatabaseTests : PostgreSqlTest
{
    [Theory]
    [InlineData("nonsense", "can’t be used")]
    [InlineData("Host=;Database=x", "names no server")]
    [InlineData("Host=db.example.org", "names no database")]
    [InlineData("Host=db.example.org;Database=x;Port=many", "can’t be used")]
    public async Task Start_SettingThatCantBeRead_IsRefusedWithAnExample(string setting, string why)
    {
        var message = await RefusalAsync(setting);

        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.Contains("Host=db.example.org;Database=peacetracker", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoServer_IsRefused() => Assert.StartsWith(
        "No PostgreSQL server answers at 127.0.0.1:1 (", await RefusalAsync("Host=127.0.0.1;Port=1;Database=x;Username=x"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Start_UserWhoIsNotLetIn_IsRefused()
    {
        var message = await RefusalAsync(With(setting => setting.Username = "stranger"));

        Assert.Contains("does not let the user stranger in (", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoSuchDatabase_IsRefusedWithTheCommandThatMakesIt()
    {
        var message = await RefusalAsync(With(setting => setting.Database = "nowhere"));

        Assert.Contains("There is no database nowhere on ", message, StringComparison.Ordinal);
        Assert.Contains("createdb --encoding=UTF8 ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_UserWithoutTheRightToMakeTables_IsRefused()
    {
        var user = $"plain_{Guid.NewGuid():N}";
        await TestServer.ExecuteAsync(Database, $"CREATE ROLE {user} LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        try
        {
            var message = await RefusalAsync(With(setting => setting.Username = user));

            Assert.StartsWith($"The user {user} may not create tables in the database ", message, StringComparison.Ordinal);
            Assert.Contains("OWNER TO", message, StringComparison.Ordinal);
        }
        finally
        {
            await TestServer.ExecuteAsync(Database, $"DROP ROLE {user}");
        }
    }

    [Fact]
    public async Task Start_DatabaseThatCanOnlyBeRead_IsRefused()
    {
        await TestServer.ExecuteAsync(Database, $"ALTER DATABASE {TestServer.NameOf(Database)} SET default_transaction_read_only = on");

        Assert.Contains("can only be read", await RefusalAsync(Database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DatabaseOfAnotherProgram_IsRefusedAndLeftAsItIs()
    {
        await TestServer.ExecuteAsync(Database, "CREATE TABLE recipes (id int)");

        Assert.Contains("belongs to another program", await RefusalAsync(Database), StringComparison.Ordinal);
        Assert.Equal(1L, await TestServer.ScalarAsync(Database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task Start_SchemaOfANewerVersion_IsRefused()
    {
        await using (var services = Provide(Database))
        {
            await TestStore.StartAsync(services);
        }

        await TestServer.ExecuteAsync(Database, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_Later', '99.0.0')");

        Assert.Contains(
            "was written by a newer version of PeaceTracker (its schema has 99991231000000_Later)", await RefusalAsync(Database),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13.22", true)]
    [InlineData("14.0", false)]
    [InlineData("17.5", false)]
    public void RefuseOld_Version_IsRefusedBefore14(string version, bool refused)
    {
        var fault = Record.Exception(() => PostgreSqlServer.RefuseOld(Version.Parse(version), "db.example.org:5432/peacetracker"));

        Assert.Equal(refused, fault is StoreRefusal { Message: "The server of db.example.org:5432/peacetracker is PostgreSQL 13.22: "
            + "PeaceTracker needs 14 or later." });
    }

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var setting = new NpgsqlConnectionStringBuilder(Database) { Pooling = false };
        change(setting);
        return setting.ConnectionString;
    }
}
