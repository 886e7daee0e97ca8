using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Webhooks;

/// <summary>Addresses that administrators approve, and nobody else.</summary>
[OnEveryDatabase]
public sealed class WebhookDeskTests : IAsyncLifetime
{
    private const string Host = "https://host.example.org/hooks/a-secret-path", Origin = "https://board.example.org";

    private TestStore _store = null!;
    private Actor _admin = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebhookDesk Desk => _store.Services.GetRequiredService<WebhookDesk>();

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.StartAsync(new RecordBuilder().Issues(1, null).Build(), services =>
        {
            services.AddLogging();
            services.AddPeaceTrackerAccounts(new ConfigurationBuilder().Build());
            services.AddPeaceTrackerWebhooks(new ConfigurationBuilder().Build());
        });
        _admin = new Actor(await _store.AddAccountAsync(AccountRole.Administrator, "Ada"), "192.0.2.1");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Add_ByAnAdministrator_GivesTheSecretOnceAndKeepsItSealed()
    {
        var secret = (await Desk.AddAsync(_admin, Host, null, Origin, Cancellation)).Secret!;

        var hook = Assert.Single(await Desk.ListAsync(Cancellation)).Hook;
        Assert.Equal((Host, (string?)null, "Ada"), (hook.Address, hook.Slug, hook.AddedBy));
        Assert.Matches("^[0-9a-f]{64}$", secret);
        Assert.Equal(secret, _store.Services.GetRequiredService<WebhookSecrets>().Open(hook.SealedSecret));
        Assert.DoesNotContain(secret, System.Text.Encoding.Latin1.GetString(hook.SealedSecret), StringComparison.Ordinal);
        await using var context = _store.NewContext();
        var written = await context.SecurityEvents.SingleAsync(Cancellation);
        // The path may be what opens it.
        Assert.Equal((SecurityKinds.WebhookAdded, "Ada", "host.example.org: all negotiations."), (written.Kind, written.Who, written.Detail));
    }

    [Theory]
    [InlineData(AccountRole.Viewer)]
    [InlineData(AccountRole.Editor)]
    [InlineData(AccountRole.Manager)]
    public async Task All_ByWhoIsNoAdministrator_AreRefusedAndChangeNothing(AccountRole role)
    {
        await Desk.AddAsync(_admin, Host, null, Origin, Cancellation);
        var id = (await Desk.ListAsync(Cancellation))[0].Hook.Id;
        var other = new Actor(await _store.AddAccountAsync(role), "192.0.2.2");

        WebhookRefusal?[] refusals =
        [
            (await Desk.AddAsync(other, "https://other.example.org/", null, Origin, Cancellation)).Refusal,
            (await Desk.PauseAsync(other, id, true, Cancellation)).Refusal,
            (await Desk.RemoveAsync(other, id, Cancellation)).Refusal,
            (await Desk.ResendAsync(other, "any", Cancellation)).Refusal,
        ];

        Assert.All(refusals, refusal => Assert.Equal(WebhookRefusal.NotAdministrator, refusal));
        Assert.Null(Assert.Single(await Desk.ListAsync(Cancellation)).Hook.PausedAt);
    }

    [Fact]
    public async Task Add_WhatIsThereAlready_IsRefused()
    {
        await Desk.AddAsync(_admin, Host, RecordBuilder.Slug, Origin, Cancellation);

        Assert.Equal(WebhookRefusal.Taken, (await Desk.AddAsync(_admin, Host, RecordBuilder.Slug, Origin, Cancellation)).Refusal);
        Assert.NotNull((await Desk.AddAsync(_admin, Host, null, Origin, Cancellation)).Secret);
        Assert.Equal(WebhookRefusal.Taken, (await Desk.AddAsync(_admin, Host, null, Origin, Cancellation)).Refusal);
    }

    [Fact]
    public async Task Add_OneMoreThanThereMayBe_IsRefused()
    {
        for (var i = 0; i < Webhook.Most; i++)
        {
            Assert.Null((await Desk.AddAsync(_admin, $"https://host-{i}.example.org/", null, Origin, Cancellation)).Refusal);
        }

        Assert.Equal(WebhookRefusal.TooMany, (await Desk.AddAsync(_admin, Host, null, Origin, Cancellation)).Refusal);
    }

    // Nothing is done to one that is being sent, and nothing told to the audit; one of a paused address waits.
    [Fact]
    public async Task Resend_OfOneThatIsBeingSentOrPaused_SaysSo()
    {
        await Desk.AddAsync(_admin, Host, null, Origin, Cancellation);
        await _store.Services.RecordAsync(RecordBuilder.Slug, "Something.", cancellationToken: Cancellation);
        var queue = _store.Services.GetRequiredService<WebhookQueue>();
        await queue.PlanAsync(Cancellation);
        var delivery = Assert.Single(await queue.ClaimAsync(Cancellation)).Delivery.Id;
        await using var context = _store.NewContext();
        var resent = context.SecurityEvents.Where(row => row.Kind == SecurityKinds.WebhookResent);

        Assert.Equal(WebhookRefusal.BeingSent, (await Desk.ResendAsync(_admin, delivery, Cancellation)).Refusal);
        Assert.Equal(0, await resent.CountAsync(Cancellation));

        await queue.RecordAsync(delivery, new CallResult(200, null), Cancellation);
        await Desk.PauseAsync(_admin, (await Desk.ListAsync(Cancellation))[0].Hook.Id, true, Cancellation);
        Assert.Equal(WebhookResult.Done with { Waits = true }, await Desk.ResendAsync(_admin, delivery, Cancellation));
        Assert.Equal(1, await resent.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Remove_WithWhatWaits_TakesBothAwayOnce()
    {
        await Desk.AddAsync(_admin, Host, null, Origin, Cancellation);
        await _store.Services.RecordAsync(RecordBuilder.Slug, "Something.", cancellationToken: Cancellation);
        await _store.Services.GetRequiredService<WebhookQueue>().PlanAsync(Cancellation);
        var id = (await Desk.ListAsync(Cancellation))[0].Hook.Id;

        Assert.Null((await Desk.RemoveAsync(_admin, id, Cancellation)).Refusal);
        Assert.Equal(WebhookRefusal.NotFound, (await Desk.RemoveAsync(_admin, id, Cancellation)).Refusal);

        Assert.Equal((0, 0), ((await Desk.ListAsync(Cancellation)).Count, (await Desk.LogAsync(0, 10, Cancellation)).Total));
    }
}
