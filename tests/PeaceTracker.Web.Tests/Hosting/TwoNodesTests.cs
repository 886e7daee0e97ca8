using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What one program writes, the other knows: also after its line was cut, and never later than a reader could ask.</summary>
[OnPostgreSql]
public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>, IAsyncLifetime
{
    private const string Slug = SeedFile.RussiaUkraine;
    private const string Board = $"/negotiations/{Slug}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestServer.IsThere, TestServer.Why);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Save_OnOneNode_IsToldOnTheOthersStream()
    {
        using var stream = await FollowAsync(nodes.Two);
        await NumberAsync(stream);
        var watch = Stopwatch.StartNew();

        var number = await nodes.One.Services.RecordAsync(Slug, "Seen elsewhere.", cancellationToken: Cancellation);

        Assert.Equal(number, await NumberAsync(stream));
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Seen on the other node after {watch.Elapsed.TotalMilliseconds:0} ms"));
    }

    // Whoever does not listen is told nothing; it reads on from where it was as soon as it listens again.
    [Fact]
    public async Task Save_WhileTheOthersLineIsCut_IsToldAllTheSame()
    {
        using var stream = await FollowAsync(nodes.Two);
        await NumberAsync(stream);
        await nodes.CutAsync("PeaceTracker listener");

        var number = await nodes.One.Services.RecordAsync(Slug, "Not heard.", cancellationToken: Cancellation);

        Assert.Equal(number, await NumberAsync(stream));
    }

    // Kept by the other node a moment before, and not given out again once the first has shown something newer.
    [Fact]
    public async Task Get_PageThatIsKept_IsNeverOlderThanTheStore()
    {
        for (var i = 0; i < 5; i++)
        {
            using var before = await nodes.Two.Client.GetAsync(new Uri(Board, UriKind.Relative), Cancellation);
            var number = await nodes.One.Services.RecordAsync(Slug, $"Newer {i}.", cancellationToken: Cancellation);

            var (answer, page) = await nodes.Two.GetAsync(Board);

            Assert.Equal(number.ToString(CultureInfo.InvariantCulture), page.QuerySelector("[data-live-number]")!.GetAttribute("data-live-number"));
            Assert.NotEqual(before.Headers.ETag, answer.Headers.ETag);
        }
    }

    [Fact]
    public void Unprotect_WhatTheOtherNodeHasSealed_OpensIt()
    {
        var sealedText = nodes.One.Services.GetDataProtector("test").Protect("kept");

        Assert.Equal("kept", nodes.Two.Services.GetDataProtector("test").Unprotect(sealedText));
    }

    [Fact]
    public async Task Disable_OnOneNode_IsToldOnTheOther()
    {
        var admin = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Administrator);
        var editor = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Editor);
        var told = new TaskCompletionSource();
        // It is told of the new account, too, and may be so only now.
        void Hear(string id) => _ = id == editor ? CheckAsync() : Task.CompletedTask;
        async Task CheckAsync()
        {
            if (await nodes.Two.Services.GetRequiredService<AccountDirectory>().FindAsync(editor, Cancellation) is { Disabled: true })
            {
                told.TrySetResult();
            }
        }

        var bus = nodes.Two.Services.GetRequiredService<AccountBus>();
        bus.Moved += Hear;

        var result = await nodes.One.Services.GetRequiredService<AccountAdministration>().DisableAsync(new Actor(admin, null), editor, Cancellation);

        Assert.True(result.Succeeded);
        await told.Task.WaitAsync(Cancellation);
        bus.Moved -= Hear;
    }

    [Fact]
    public async Task EndSession_OnOneNode_IsToldOnTheOther()
    {
        var editor = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Editor);
        var (sessions, bus) = (nodes.One.Services.GetRequiredService<OpenSessions>(), nodes.Two.Services.GetRequiredService<AccountBus>());
        var session = await sessions.BeginAsync(editor, null, null, false, Cancellation);
        var (told, ended) = (new ConcurrentBag<string>(), new TaskCompletionSource());
        bus.Moved += told.Add;
        bus.SessionEnded += id => _ = id == session && ended.TrySetResult();

        // What came before an account that is told of is known with it.
        var later = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Viewer);
        while (!told.Contains(later))
        {
            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await sessions.EndAsync(new Actor(editor, null), session, "An editor", SecurityKinds.SessionsEnded, Cancellation);

        await ended.Task.WaitAsync(Cancellation);
    }

    // What an editor typed on a node that then died is on the other.
    [Fact]
    public async Task Keep_FormTypedOnOneNode_IsThereOnTheOther()
    {
        var editor = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Editor);
        var place = new FormPlace($"{Board}/edit/sources/new", "Add a source", Slug);
        await nodes.One.Services.GetRequiredService<FormKeeper>().KeepAsync(editor, place, "{\"title\":\"half typed\"}", null, Cancellation);

        var kept = await nodes.Two.Services.GetRequiredService<FormKeeper>().FindAsync(editor, place.Address, Cancellation);

        Assert.Contains("half typed", kept!.Typed, StringComparison.Ordinal);
    }

    // Each asks on a node of their own, at once: whoever comes second has no right any more, and somebody is left.
    [Fact]
    public async Task Disable_TwoAdministratorsEachOtherOnTwoNodes_OneIsLeft()
    {
        var ada = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Administrator);
        var eve = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Administrator);

        var results = await Task.WhenAll(
            nodes.One.Services.GetRequiredService<AccountAdministration>().DisableAsync(new Actor(ada, null), eve, Cancellation),
            nodes.Two.Services.GetRequiredService<AccountAdministration>().DisableAsync(new Actor(eve, null), ada, Cancellation));

        Assert.Single(results, result => result.Succeeded);
        Assert.Contains(AccountFault.NotAllowed, Assert.Single(results, result => !result.Succeeded).Faults);
        var directory = nodes.Two.Services.GetRequiredService<AccountDirectory>();
        var left = await Task.WhenAll(directory.FindAsync(ada, Cancellation), directory.FindAsync(eve, Cancellation));
        Assert.Single(left, account => account is { Disabled: false });
    }

    // One form sent to both nodes, as by a browser that tries again elsewhere.
    [Fact]
    public async Task Run_TheSameAttemptOnBothNodes_IsSavedOnce()
    {
        var manager = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Manager);
        var party = new Party { Key = "", Name = "Only once", Since = RecordBuilder.Day(1), RecordedAt = DateTime.UnixEpoch };
        var command = new AddRow<Party>(Slug, party);

        var results = await Task.WhenAll(new[] { nodes.One, nodes.Two }.Select(
            node => node.Services.GetRequiredService<BoardEditor>().RunAsync(command, manager, Cancellation)));

        Assert.Equal(Assert.IsType<SaveResult.Saved>(results[0]).ChangeNumber, Assert.IsType<SaveResult.Saved>(results[1]).ChangeNumber);
        var board = await nodes.Two.Services.GetRequiredService<BoardReader>().FindAsync(Slug, Cancellation);
        Assert.Single(board!.Record.Parties, known => known.Name == "Only once");
    }

    [Fact]
    public async Task Get_DatabaseAway_ShowsWhatIsKeptWithAMarkAndComesBack()
    {
        var manager = await TestAccounts.AddAccountAsync(nodes.Two.Services, AccountRole.Manager);
        var party = new Party { Key = "", Name = "Too late", Since = RecordBuilder.Day(1), RecordedAt = DateTime.UnixEpoch };
        Assert.Null((await nodes.Two.DocumentAsync(Board)).QuerySelector("#away"));
        await nodes.LetInAsync(everybody: false);
        try
        {
            var (kept, page) = await nodes.Two.GetAsync(Board);
            var (never, sentence) = await nodes.Two.GetAsync($"{Board}?change=1");
            var saved = await nodes.Two.Services.GetRequiredService<BoardEditor>()
                .RunAsync(new AddRow<Party>(Slug, party), manager, Cancellation);

            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.Contains("not been able to reach its database", page.QuerySelector("#away")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, never.StatusCode);
            Assert.Contains("can’t be reached", sentence.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.IsType<SaveResult.Unreachable>(saved);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync());
        }
        finally
        {
            await nodes.LetInAsync(everybody: true);
        }

        while (await ReadyAsync() != HttpStatusCode.OK)
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        Assert.Null((await nodes.Two.DocumentAsync(Board)).QuerySelector("#away"));
    }

    private async Task<HttpStatusCode> ReadyAsync() =>
        (await nodes.Two.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).StatusCode;

    private static async Task<StreamReader> FollowAsync(TrackerHost node)
    {
        var answer = await node.Client.GetAsync(
            new Uri($"/live/{Slug}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
    }

    private static async Task<long> NumberAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return long.Parse(line["data: ".Length..], CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
