using System.Net;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Administration;

/// <summary><c>users …</c> as a process of its own, as whoever runs the server starts it.</summary>
public partial class UserCommandsTests
{
    [Fact]
    public async Task Users_AddSetRoleResetAndList_DoWhatTheySay()
    {
        using var folder = new TemporaryFolder();

        var added = await RunAsync(folder.Path, "add", "ada@example.org", "--name", "Ada Testing", "--role", "administrator");
        var first = Password().Match(added.Output).Value;
        var last = await RunAsync(folder.Path, "set-role", "ada@example.org", "editor");
        var twice = await RunAsync(folder.Path, "add", "ADA@example.org", "--name", "Ada", "--role", "viewer");
        var second = await RunAsync(folder.Path, "add", "eve@example.org", "--name=Eve", "--role=Administrator");
        var demoted = await RunAsync(folder.Path, "set-role", "ada@example.org", "editor");
        var reset = await RunAsync(folder.Path, "reset-password", "ada@example.org");
        var list = await RunAsync(folder.Path, "list");

        Assert.Equal((0, 1, 1, 0, 0, 0, 0), (added.Code, last.Code, twice.Code, second.Code, demoted.Code, reset.Code, list.Code));
        Assert.Contains("only administrator", last.Errors, StringComparison.Ordinal);
        Assert.Contains("already", twice.Errors, StringComparison.Ordinal);
        Assert.Contains("ada@example.org  Ada Testing  Editor", list.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 accounts", list.Output.Trim(), StringComparison.Ordinal);
        Assert.NotEmpty(first);
        Assert.NotEqual(first, Password().Match(reset.Output).Value);

        // The server, on the same folder: the password that was reset is the one that counts.
        await using var host = new TrackerHost { Settings = new() { ["PeaceTracker:DataDirectory"] = folder.Path } };
        using var browser = new FormClient(host);
        Assert.Equal((HttpStatusCode)422, (await browser.SignInAsync("ada@example.org", first)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignInAsync("ada@example.org", Password().Match(reset.Output).Value)).Answer.StatusCode);
    }

    [Fact]
    public async Task Users_ServerRunning_RefusesWithOneSentence()
    {
        await using var host = new TrackerHost();
        _ = host.Client;

        var answer = await RunAsync(host.Folder, "list");

        Assert.Equal(1, answer.Code);
        var sentence = Assert.Single(answer.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Another PeaceTracker is running", sentence, StringComparison.Ordinal);
    }

    // What only reads makes no store, and leaves one as it is.
    [Fact]
    public async Task List_FolderWithoutAStore_RefusesAndMakesNothing()
    {
        using var folder = new TemporaryFolder();

        var answer = await RunAsync(folder.Path, "list");

        Assert.Equal((1, ""), (answer.Code, answer.Output));
        var sentence = Assert.Single(answer.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"There is no store in {folder.Path}", sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(string folder, params string[] words) =>
        CommandLine.RunAsync(folder, ["users", .. words]);

    [GeneratedRegex("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}-[0-9A-Z]")]
    private static partial Regex Password();
}
