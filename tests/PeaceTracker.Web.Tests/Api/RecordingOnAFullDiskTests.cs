using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>While the disk of the server is full a program is told so in a sentence, nothing is written, and the same goes well once there is room.
/// </summary>
public sealed class RecordingOnAFullDiskTests(RecordingOnAFullDiskTests.Host host) : IClassFixture<RecordingOnAFullDiskTests.Host>
{
    private const string Source =
        """{ "publisher": "P", "headline": "No room", "publishedOn": "2025-09-03", "dateAsPrinted": "3 September", "reliability": "B" }""";

    [Theory]
    [InlineData("sources", Source)]
    [InlineData("outcomes", """{ "draft": true, "newRound": { "title": "No room" } }""")]
    public async Task Post_DiskIsFull_IsRefusedInASentenceUntilThereIsRoom(string path, string body)
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor);
        Assert.Equal(200, (await ada.GetAsync(ApiClient.Board)).Status);
        var newest = await ApiClient.NewestAsync(host);
        host.Disk.IsFull = true;

        var (status, problem, _) = await ada.PostAsync(path, body, $"full-{path}");
        host.Disk.IsFull = false;

        Assert.Equal(507, status);
        Assert.Equal("The server’s disk is full. Nothing was recorded.", problem.GetProperty("detail").GetString());
        Assert.Equal(newest, await ApiClient.NewestAsync(host));
        Assert.Equal(201, (await ada.PostAsync(path, body, $"full-{path}")).Status);
    }

    public sealed class Host : TrackerHost
    {
        public Host() => WithExample = true;

        /// <summary>The disk of this program alone.</summary>
        public Disk Disk { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteTrackerContext>(options => options.AddInterceptors(Disk)));
        }
    }

    /// <summary>Refuses what writes, in the way of SQLite.</summary>
    public sealed class Disk : DbCommandInterceptor
    {
        private const int SqliteFull = 13;

        public bool IsFull { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Check(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Check(command);
            return ValueTask.FromResult(result);
        }

        private void Check(DbCommand command)
        {
            if (IsFull && command.CommandText.Contains("INSERT INTO", StringComparison.Ordinal))
            {
                throw new SqliteException("database or disk is full", SqliteFull);
            }
        }
    }
}
