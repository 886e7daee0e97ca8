using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Webhooks;

/// <summary>Deliveries in the store: made once, taken up by one, tried again by the pauses, kept over restarts.</summary>
[OnEveryDatabase]
public sealed class WebhookQueueTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private TestStore _store = null!;
    private Actor _admin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebhookQueue Queue => _store.Services.GetRequiredService<WebhookQueue>();

    private WebhookDesk Desk => _store.Services.GetRequiredService<WebhookDesk>();

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.StartAsync(new RecordBuilder().Issues(2, null).Build(), Configure);
        _admin = new Actor(await _store.AddAccountAsync(AccountRole.Administrator, "Ada"), "192.0.2.1");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Plan_AChangeAfterTheAddressWasAdded_IsToldOnceWhoeverPlans()
    {
        await RecordAsync();
        await AddAsync();
        var number = await RecordAsync();
        await using var other = TestStore.Provide(_store.Options, Configure);

        int[] made =
        [
            .. await Task.WhenAll(
                Queue.PlanAsync(Cancellation), other.GetRequiredService<WebhookQueue>().PlanAsync(Cancellation), Queue.PlanAsync(Cancellation)),
        ];

        Assert.Equal(1, made.Sum());
        Assert.Equal(number, Assert.Single((await Desk.LogAsync(0, 10, Cancellation)).Items).Delivery.ChangeNumber);
    }

    [Fact]
    public async Task Claim_ByTwoNodes_GivesEachDeliveryToOne()
    {
        await AddAsync();
        await RecordAsync();
        await RecordAsync();
        await Queue.PlanAsync(Cancellation);
        await using var other = TestStore.Provide(_store.Options, Configure);

        var both = await Task.WhenAll(Queue.ClaimAsync(Cancellation), other.GetRequiredService<WebhookQueue>().ClaimAsync(Cancellation));

        Assert.Equal(2, both.Sum(claimed => claimed.Count));
        Assert.Equal(2, both.SelectMany(claimed => claimed).Select(one => one.Delivery.Id).Distinct().Count());
    }

    // Whoever took it up died: after the lease another one has it, and what the dead one still says of it counts for nothing.
    [Fact]
    public async Task Claim_AfterTheLeaseRanOut_GivesItToAnother()
    {
        var delivery = await WaitingAsync();
        await Queue.ClaimAsync(Cancellation);
        await using var other = TestStore.Provide(_store.Options, Configure);
        var others = other.GetRequiredService<WebhookQueue>();

        Assert.Empty(await others.ClaimAsync(Cancellation));
        _clock.Advance(WebhookQueue.Lease);
        Assert.Single(await others.ClaimAsync(Cancellation));
        await Queue.RecordAsync(delivery, new CallResult(200, null), Cancellation);

        Assert.Equal((DeliveryState.Waiting, 0), await StateAsync(delivery));
        await others.RecordAsync(delivery, new CallResult(204, null), Cancellation);
        Assert.Equal((DeliveryState.Delivered, 1), await StateAsync(delivery));
    }

    // A process that ends in order keeps nobody waiting for its lease.
    [Fact]
    public async Task ReleaseAll_WhatWasTakenUp_IsFreeForAnotherAtOnceAsIfNeverTried()
    {
        var delivery = await WaitingAsync();
        await Queue.ClaimAsync(Cancellation);
        await using var other = TestStore.Provide(_store.Options, Configure);

        await Queue.ReleaseAllAsync(Cancellation);

        Assert.Single(await other.GetRequiredService<WebhookQueue>().ClaimAsync(Cancellation));
        Assert.Equal((DeliveryState.Waiting, 0), await StateAsync(delivery));
    }

    [Fact]
    public async Task Record_FailureAfterFailure_WaitsLongerAndGivesUp()
    {
        var delivery = await WaitingAsync();

        foreach (var minutes in new[] { 1, 5, 30, 120, 720 })
        {
            Assert.Single(await Queue.ClaimAsync(Cancellation));
            await Queue.RecordAsync(delivery, new CallResult(503, DeliveryFault.Answer), Cancellation);
            Assert.Equal(DeliveryState.Waiting, (await StateAsync(delivery)).State);
            _clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Empty(await Queue.ClaimAsync(Cancellation));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Single(await Queue.ClaimAsync(Cancellation));
        await Queue.RecordAsync(delivery, new CallResult(null, DeliveryFault.Timeout), Cancellation);
        Assert.Equal((DeliveryState.GivenUp, 6), await StateAsync(delivery));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await Queue.ClaimAsync(Cancellation));

        Assert.Equal(WebhookResult.Done, await Desk.ResendAsync(_admin, delivery, Cancellation));
        Assert.Equal(6, Assert.Single(await Queue.ClaimAsync(Cancellation)).Delivery.Attempts);
    }

    [Fact]
    public async Task Claim_OfAnAddressThatIsPaused_WaitsUntilItGoesOn()
    {
        await WaitingAsync();
        var id = (await Desk.ListAsync(Cancellation))[0].Hook.Id;

        await Desk.PauseAsync(_admin, id, true, Cancellation);
        await RecordAsync();
        Assert.Equal(0, await Queue.PlanAsync(Cancellation));
        Assert.Empty(await Queue.ClaimAsync(Cancellation));

        await Desk.PauseAsync(_admin, id, false, Cancellation);
        Assert.Equal(1, await Queue.PlanAsync(Cancellation));
        Assert.Equal(2, (await Queue.ClaimAsync(Cancellation)).Count);
    }

    // Taken off, changed while it was off, published again: the first is told of before, the last of the three is told.
    [Fact]
    public async Task Plan_WhileABoardIsNotPublished_TellsNobody()
    {
        await AddAsync();
        var editor = _store.Services.GetRequiredService<BoardEditor>();
        Assert.IsType<SaveResult.Saved>(await editor.RunAsync(
            new TakeBoardOff(RecordBuilder.Slug, "It named the wrong parties."), _admin.AccountId, Cancellation));
        await RecordAsync();

        Assert.Equal(0, await Queue.PlanAsync(Cancellation));
        var published = Assert.IsType<SaveResult.Saved>(
            await editor.RunAsync(new PublishBoard(RecordBuilder.Slug), _admin.AccountId, Cancellation));
        Assert.Equal(1, await Queue.PlanAsync(Cancellation));

        Assert.Equal(published.ChangeNumber, (await Desk.LogAsync(0, 10, Cancellation)).Items.Single().Delivery.ChangeNumber);
    }

    // The same while nothing was planned, as by a program that is down: from the change on that published it.
    [Fact]
    public async Task Plan_AfterABoardWasOffAndOnUnseen_TellsFromItsPublicationOn()
    {
        await AddAsync();
        var editor = _store.Services.GetRequiredService<BoardEditor>();
        await editor.RunAsync(new TakeBoardOff(RecordBuilder.Slug, "It named the wrong parties."), _admin.AccountId, Cancellation);
        await RecordAsync();
        var published = Assert.IsType<SaveResult.Saved>(
            await editor.RunAsync(new PublishBoard(RecordBuilder.Slug), _admin.AccountId, Cancellation)).ChangeNumber;
        var last = await RecordAsync();

        Assert.Equal(2, await Queue.PlanAsync(Cancellation));
        Assert.Equal([last, published], (await Desk.LogAsync(0, 10, Cancellation)).Items.Select(line => line.Delivery.ChangeNumber));
    }

    [Fact]
    public async Task Plan_OfOneNegotiation_PassesOverOthers()
    {
        var none = await Desk.AddAsync(_admin, "https://host.example.org/", "none", "https://board.example.org", Cancellation);
        Assert.Equal(WebhookRefusal.NoNegotiation, none.Refusal);
        await AddAsync(RecordBuilder.Slug);
        await _store.Importer.ImportAsync(Another(), "seed", Cancellation);
        await RecordAsync();

        Assert.Equal(1, await Queue.PlanAsync(Cancellation));
    }

    [Fact]
    public async Task Forget_AMonthLaterWhereNothingHappens_ForgetsWhatIsDoneAndKeepsWhatWaits()
    {
        var delivery = await WaitingAsync();
        await Queue.ClaimAsync(Cancellation);
        await Queue.RecordAsync(delivery, new CallResult(200, null), Cancellation);
        await RecordAsync();
        await Queue.PlanAsync(Cancellation);

        _clock.Advance(WebhookDelivery.Kept + TimeSpan.FromDays(1));
        await _store.Services.GetRequiredService<Forgetting>().ForgetAsync(Cancellation);

        Assert.NotEqual(delivery, Assert.Single((await Desk.LogAsync(0, 10, Cancellation)).Items).Delivery.Id);
    }

    private static Domain.Negotiations.NegotiationRecord Another()
    {
        var record = new RecordBuilder().Issues(1, null).Build();
        return record with { Negotiation = record.Negotiation with { Slug = "other", Title = "Other talks" } };
    }

    private void Configure(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging();
        services.AddPeaceTrackerAccounts(new ConfigurationBuilder().Build());
        services.AddPeaceTrackerWebhooks(new ConfigurationBuilder().Build());
    }

    private async Task AddAsync(string? slug = null) => Assert.NotNull(
        (await Desk.AddAsync(_admin, "https://host.example.org/", slug, "https://board.example.org", Cancellation)).Secret);

    private Task<long> RecordAsync() => _store.Services.RecordAsync(RecordBuilder.Slug, "Something.", cancellationToken: Cancellation);

    // An address, and a delivery to it that waits; its name.
    private async Task<string> WaitingAsync()
    {
        await AddAsync();
        await RecordAsync();
        await Queue.PlanAsync(Cancellation);
        return (await Desk.LogAsync(0, 1, Cancellation)).Items[0].Delivery.Id;
    }

    private async Task<(DeliveryState State, int Attempts)> StateAsync(string delivery)
    {
        await using var context = _store.NewContext();
        var row = await context.WebhookDeliveries.AsNoTracking().SingleAsync(row => row.Id == delivery, Cancellation);
        return (row.State, row.Attempts);
    }
}
