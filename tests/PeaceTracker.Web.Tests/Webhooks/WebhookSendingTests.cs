using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Webhooks;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Webhooks;

/// <summary>From a change to the receiver: what is sent, by which node, and what happens when it is not taken.</summary>
[OnEveryDatabase]
public sealed class WebhookSendingTests : IAsyncLifetime
{
    private const string FromTheRight = "نزع السلاح";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, string?> _settings = new() { [WebhookSettings.AllowSetting] = "true" };
    private TestStore _store = null!;
    private Actor _admin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebhookSending Sending => _store.Services.GetRequiredService<WebhookSending>();

    private WebhookDesk Desk => _store.Services.GetRequiredService<WebhookDesk>();

    public async ValueTask InitializeAsync()
    {
        var record = new RecordBuilder().Issues(2, Level.Disputed).Build();
        _store = await TestStore.StartAsync(
            record with { Issues = [record.Issues[0] with { Title = FromTheRight }, record.Issues[1]] }, Configure);
        _admin = new Actor(await _store.AddAccountAsync(AccountRole.Administrator, "Ada"), "192.0.2.1");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task RunOnce_AfterAChange_TellsItInTheWordsOfTheFeedWithLinksThatLast()
    {
        await using var receiver = await Receiver.StartAsync(200);
        await AddAsync(receiver);
        var number = await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));

        var body = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Equal(("change.published", "talks", number), (
            (string)body["event"]!, (string)body["negotiation"]!["slug"]!, (long)body["change"]!["number"]!));
        var line = Assert.Single(body["lines"]!.AsArray())!;
        // The event is of day 5, 5 January 2026, between a and b; it stood disputed from day 1 on.
        Assert.Equal(("status", "2026-01-05", "issue-1", "disputed", "agreed-in-principle"), (
            (string)line["subject"]!, (string)line["date"]!, (string)line["issue"]!, (string)line["from"]!, (string)line["to"]!));
        // For a program, which orders its texts itself: without the unseen characters that set a name from the right apart in a sentence.
        Assert.StartsWith(FromTheRight, (string)line["title"]!, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2069', (string)line["title"]!);
        Assert.EndsWith("Disputed → Agreed in principle", (string)line["title"]!, StringComparison.Ordinal);
        Assert.Equal("5 January 2026. Both sides said so.", (string)line["text"]!);
        Assert.Equal($"https://board.example.org/negotiations/talks/issues/issue-1?asOf=2026-01-20&change={number}", (string)line["address"]!);
        Assert.Equal(0, (int)body["moreLines"]!);
        Assert.DoesNotContain("Ada", body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
    }

    [Fact]
    public async Task RunOnce_ReceiverFailsThenWorks_IsSentAgainAfterTheFirstPauseWithTheSameNameAndBody()
    {
        await using var receiver = await Receiver.StartAsync(503, 200);
        await AddAsync(receiver);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));

        var (first, second) = (await receiver.NextAsync(), await receiver.NextAsync());
        Assert.Equal(first.Headers["PeaceTracker-Delivery"], second.Headers["PeaceTracker-Delivery"]);
        Assert.Equal(("1", "2"), (first.Headers["PeaceTracker-Attempt"], second.Headers["PeaceTracker-Attempt"]));
        Assert.Equal(first.Body, second.Body);
        Assert.NotEqual(first.Headers["PeaceTracker-Signature"], second.Headers["PeaceTracker-Signature"]);
        Assert.Equal(2, receiver.All.Count);
    }

    // Of two nodes at one store, at the same moment.
    [Fact]
    public async Task RunOnce_ByTwoNodes_SendsEachChangeOnce()
    {
        await using var receiver = await Receiver.StartAsync(200);
        await AddAsync(receiver);
        await using var other = TestStore.Provide(_store.Options, Configure);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        await MoveAsync("issue-2", Level.Narrowing);

        var sent = await Task.WhenAll(
            Sending.RunOnceAsync(Cancellation), other.GetRequiredService<WebhookSending>().RunOnceAsync(Cancellation));

        // Whichever came first made them; what the other did not find it has not missed.
        var rest = await Sending.RunOnceAsync(Cancellation) + await other.GetRequiredService<WebhookSending>().RunOnceAsync(Cancellation);
        Assert.Equal(2, sent.Sum() + rest);
        Assert.Equal(2, receiver.All.Count);
        Assert.Equal(2, receiver.All.Select(one => one.Headers["PeaceTracker-Delivery"]).Distinct().Count());
    }

    [Fact]
    public async Task RunOnce_BoardTakenOffBeforeItWasSent_SendsNothingAndSaysWhy()
    {
        await using var receiver = await Receiver.StartAsync(503, 200);
        await AddAsync(receiver);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        await Sending.RunOnceAsync(Cancellation);
        await SaveAsync(new TakeBoardOff(RecordBuilder.Slug, "It named the wrong parties."));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await Sending.RunOnceAsync(Cancellation);

        Assert.Single(receiver.All);
        var delivery = Assert.Single((await Desk.LogAsync(0, 10, Cancellation)).Items).Delivery;
        Assert.Equal((DeliveryState.GivenUp, DeliveryFault.NotPublic), (delivery.State, delivery.Fault));
    }

    [Fact]
    public async Task RunOnce_WhereReadingIsClosed_SendsNothing()
    {
        await using var receiver = await Receiver.StartAsync(200);
        _settings["PeaceTracker:Access:Reading"] = "SignedIn";
        await using var closed = TestStore.Provide(_store.Options, Configure);
        await AddAsync(receiver);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(0, await closed.GetRequiredService<WebhookSending>().RunOnceAsync(Cancellation));
        Assert.Empty(receiver.All);
        // Opened again: it is not told afterwards.
        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
    }

    [Fact]
    public async Task RunOnce_OutcomeThatAManagerApproved_NamesNobody()
    {
        await using var receiver = await Receiver.StartAsync(200);
        var desk = _store.Services.GetRequiredService<OutcomeDesk>();
        var (id, author) = (Guid.NewGuid(), await _store.AddAccountAsync(AccountRole.Editor, "Edith"));
        var form = new OutcomeForm { StatusEvents = [Outcome()] };
        Assert.IsType<OutcomeSave.Kept>(await desk.KeepAsync(RecordBuilder.Slug, id, 0, form, author, Cancellation));
        Assert.IsType<OutcomeSave.Kept>(await desk.SubmitAsync(RecordBuilder.Slug, id, 1, form, author, Cancellation));
        var submitted = Assert.Single(await desk.ListAsync(RecordBuilder.Slug, _admin.AccountId, Cancellation));
        await AddAsync(receiver);
        Assert.IsType<SaveResult.Saved>(await desk.ApproveAsync(submitted, _admin.AccountId, Cancellation));

        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));

        var body = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Equal("Between rounds: 1 status event.", (string)body["change"]!["summary"]!);
        Assert.DoesNotContain("Ada", body.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Edith", body.ToJsonString(), StringComparison.Ordinal);
    }

    // Six seconds each: after two the ten seconds of a round are over.
    [Fact]
    public async Task RunOnce_ToWhoIsSlow_LeavesTheRestForTheNextRound()
    {
        await using var receiver = await Receiver.StartAsync(200);
        receiver.Meanwhile = () => _clock.Advance(TimeSpan.FromSeconds(6));
        await AddAsync(receiver);
        foreach (var level in new[] { Level.Narrowing, Level.AgreedInPrinciple, Level.TextAgreed })
        {
            await MoveAsync("issue-1", level);
        }

        Assert.Equal(2, await Sending.RunOnceAsync(Cancellation));
        Assert.Equal(1, await Sending.RunOnceAsync(Cancellation));
    }

    // Private networks were allowed when it was approved, and are not any more.
    [Fact]
    public async Task RunOnce_ToAnAddressThatMayNotBeCalledNow_GivesUpAtOnce()
    {
        await using var receiver = await Receiver.StartAsync(200);
        await AddAsync(receiver);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);
        _settings[WebhookSettings.AllowSetting] = "false";
        await using var strict = TestStore.Provide(_store.Options, Configure);

        Assert.Equal(0, await strict.GetRequiredService<WebhookSending>().RunOnceAsync(Cancellation));

        Assert.Empty(receiver.All);
        var delivery = Assert.Single((await Desk.LogAsync(0, 10, Cancellation)).Items).Delivery;
        Assert.Equal((DeliveryState.GivenUp, DeliveryFault.NotAllowed), (delivery.State, delivery.Fault));
    }

    // Sealed with other keys than those that are here, as after a restore without them.
    [Fact]
    public async Task RunOnce_WithoutTheKeys_SendsNothingUnsigned()
    {
        await using var receiver = await Receiver.StartAsync(200);
        await AddAsync(receiver);
        await _store.ExecuteAsync("""UPDATE "Webhooks" SET "SealedSecret" = "SealedSecret" || "SealedSecret" """);
        await MoveAsync("issue-1", Level.AgreedInPrinciple);

        Assert.Equal(0, await Sending.RunOnceAsync(Cancellation));
        Assert.Empty(receiver.All);
        Assert.Equal(DeliveryFault.NoSecret, Assert.Single((await Desk.LogAsync(0, 10, Cancellation)).Items).Delivery.Fault);
    }

    private void Configure(IServiceCollection services)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging();
        services.AddWords();
        services.AddPeaceTrackerAccounts(configuration);
        services.AddPeaceTrackerWebhooks(configuration);
        services.AddSingleton<WebhookBody>();
        services.AddSingleton<WebhookSending>();
    }

    private static StatusEventForm Outcome() => new()
    {
        IssueKey = "issue-1", DyadKey = RecordBuilder.DefaultDyad, Level = Level.AgreedInPrinciple, Basis = Basis.OnRecord,
        Rationale = "Both sides said so.", OccurredOn = RecordBuilder.Day(5),
        Citations = [new CitationForm { SourceKey = RecordBuilder.Cited.SourceKey, Locator = "P2" }],
    };

    private async Task AddAsync(Receiver receiver) => Assert.NotNull(
        (await Desk.AddAsync(_admin, receiver.Address.ToString(), null, "https://board.example.org", Cancellation)).Secret);

    private Task<long> MoveAsync(string issue, Level level) => SaveAsync(new AddEntry<StatusEvent>(RecordBuilder.Slug, new StatusEvent
    {
        Key = "", IssueKey = issue, DyadKey = RecordBuilder.DefaultDyad, Level = level, Basis = Basis.OnRecord, Rationale = "Both sides said so.",
        Citations = [RecordBuilder.Cited], OccurredOn = RecordBuilder.Day(5), RecordedAt = default,
    }));

    private async Task<long> SaveAsync(BoardCommand command) => Assert.IsType<SaveResult.Saved>(
        await _store.Services.GetRequiredService<BoardEditor>().RunAsync(command, _admin.AccountId, Cancellation)).ChangeNumber;
}
