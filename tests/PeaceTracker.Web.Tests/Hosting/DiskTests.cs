using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>File systems to which little or nothing can be written, made for the program alone.</summary>
public class DiskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // As systemd's ProtectSystem=strict and a read-only container do it.
    [Fact]
    public async Task Start_NothingButTheDataFolderCanBeWrittenTo_Serves()
    {
        Assert.SkipUnless(Confined.IsPossible, Confined.Why);
        using var folder = new TemporaryFolder();
        await using var program = await ServerProcess.StartAsync("/", start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = folder.Path;
            start.Confine($"mount --bind {folder.Path} {folder.Path} && mount -o remount,ro,bind / && ! touch /tmp/written 2>/dev/null");
        });
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };

        using var form = await client.GetAsync(new Uri("account/sign-in", UriKind.Relative), Cancellation);

        Assert.True(form.IsSuccessStatusCode, program.Log);
        Assert.True(File.Exists(Path.Combine(folder.Path, "peacetracker.db")));
        Assert.DoesNotContain(" ERR ", program.Log, StringComparison.Ordinal);
    }

    // A disk that fills while the program runs. What can't be written is said in a sentence, and it goes on once there is room.
    [Fact]
    public async Task SignIn_DiskIsFull_IsRefusedInASentenceUntilThereIsRoom()
    {
        Assert.SkipUnless(Confined.IsPossible, Confined.Why);
        using var store = SeededStore.Copy();
        using var folder = new TemporaryFolder();
        await using var program = await ServerProcess.StartAsync("/", start =>
        {
            start.Environment["PeaceTracker__DataDirectory"] = folder.Path;
            start.Confine($"mount -t tmpfs -o size=32m tmpfs {folder.Path} && cp -r {store.Path}/. {folder.Path}");
        });
        using var client = new HttpClient { BaseAddress = new Uri(program.Address) };
        await UntilReadyAsync(client, HttpStatusCode.OK);
        var filler = Path.Combine(Confined.Seen(program.Process, folder.Path), "filler");
        Fill(filler);

        using var answer = await SignInAsync(client);
        var said = await answer.Content.ReadAsStringAsync(Cancellation);
        await UntilReadyAsync(client, HttpStatusCode.ServiceUnavailable);
        File.Delete(filler);
        await UntilReadyAsync(client, HttpStatusCode.OK);
        using var later = await SignInAsync(client);

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains("disk is full", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.StatusCode); // nobody has this password
    }

    // The backup before a migration needs room; without it nothing is touched, and nothing is left behind.
    [Fact]
    public async Task Start_NoRoomForTheBackupBeforeAnUpgrade_IsRefusedInASentence()
    {
        Assert.SkipUnless(Confined.IsPossible, Confined.Why);
        using var store = new TemporaryFolder();
        var file = Path.Combine(store.Path, "peacetracker.db");
        var options = new DbContextOptionsBuilder<SqliteTrackerContext>();
        SqliteSettings.Use(options, file);
        await using (var context = new SqliteTrackerContext(options.Options))
        {
            await context.GetService<IMigrator>().MigrateAsync("20261127152506_KeptForms", Cancellation);
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancellation);
        }

        var length = new FileInfo(file).Length;
        var script = $"mount -t tmpfs -o size={length * 2 / 1024}k tmpfs /mnt && cp {file} /mnt && dotnet \"$@\"; code=$?; "
            + "ls /mnt /mnt/backups 2>/dev/null | grep -c unfinished >&2; exit $code";
        var start = Confined.Start(script, [ServerProcess.Program, "--urls", "http://127.0.0.1:0"]);
        start.Environment["PeaceTracker__DataDirectory"] = "/mnt";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = (await process.StandardError.ReadToEndAsync(Cancellation)).TrimEnd().Split('\n');
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(1, process.ExitCode);
        Assert.Equal(2, errors.Length); // the sentence, and how many unfinished files there are
        Assert.Contains("free", errors[0], StringComparison.Ordinal);
        Assert.Equal("0", errors[1]);
        Assert.DoesNotContain("   at ", await output, StringComparison.Ordinal);
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client)
    {
        var address = new Uri("account/sign-in", UriKind.Relative);
        var page = await TrackerHost.ReadAsync(await client.GetAsync(address, Cancellation));
        var fields = page.QuerySelectorAll("form").Single(form => form.QuerySelector("input[value=sign-in]") is not null)
            .QuerySelectorAll("input[type=hidden]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))
            .Append(new("Email", "nobody@example.org")).Append(new("Password", "not the password"));
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(address, form, Cancellation);
    }

    private static async Task UntilReadyAsync(HttpClient client, HttpStatusCode status)
    {
        while (true)
        {
            using var answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative), Cancellation);
            if (answer.StatusCode == status)
            {
                return;
            }
        }
    }
}
