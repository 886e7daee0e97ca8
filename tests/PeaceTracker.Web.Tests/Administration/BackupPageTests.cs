using System.Globalization;
using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Administration;

/// <summary>The backups on the page of the system: none, one that the button takes, one of last week.</summary>
public class BackupPageTests
{
    private const string Page = "/admin/system";

    [Fact]
    public async Task Backups_TakenByTheButton_AreListedWithTheAgeOfTheNewest()
    {
        await using var host = new TrackerHost();
        using var admin = await SignedInClient.StartAsync(host, AccountRole.Administrator);
        var folder = Path.Combine(host.Folder, "backups");

        var none = (await admin.GetAsync(Page)).Document;
        var (taken, _) = await admin.SubmitAsync(Page, "backup");
        var fresh = (await admin.GetAsync(Page)).Document;
        var file = Assert.Single(Directory.GetFiles(folder));
        var weekAgo = DateTime.UtcNow.AddDays(-7).AddHours(-1).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var length = new FileInfo(file).Length;
        File.Move(file, Path.Combine(folder, $"{weekAgo}-by-hand.db"));
        var old = (await admin.GetAsync(Page)).Document;

        Assert.Contains("There are none yet", none.QuerySelector("section[aria-labelledby=backups]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        Assert.Contains("less than an hour old", fresh.QuerySelector("section[aria-labelledby=backups]")!.TextContent, StringComparison.Ordinal);
        var cells = fresh.QuerySelectorAll("section[aria-labelledby=backups] tbody td").Select(cell => cell.TextContent).ToList();
        Assert.Equal(Path.GetFileName(file), cells[0]);
        var megabytes = (length / (1024.0 * 1024)).ToString("0.0", CultureInfo.InvariantCulture);
        Assert.Equal($"{megabytes} MB", cells[2]);
        Assert.Contains("7 days old", old.QuerySelector("section[aria-labelledby=backups]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ok", TestStore.Scalar(Assert.Single(Directory.GetFiles(folder)), "PRAGMA integrity_check"));
    }
}
