using Microsoft.AspNetCore.Identity;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.Administration;

/// <summary>What administrators take away: ways to sign in, whole accounts, and the sight of the list itself.</summary>
[OnEveryDatabase]
public sealed class TakenAwayTests : IAsyncLifetime
{
    private AccountStore _store = null!;
    private Actor _admin = null!;

    private AccountAdministration Administration => _store.Get<AccountAdministration>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await AccountStore.StartAsync();
        _admin = await _store.AddAsync(AccountRole.Administrator, "Ada");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task ResetPassword_AccountWithPasskeys_RemovesThem()
    {
        var editor = await _store.AddAsync(AccountRole.Editor, "Eve");
        var other = await _store.AddAsync(AccountRole.Editor, "Olga");
        foreach (var id in new[] { editor.AccountId, editor.AccountId, other.AccountId })
        {
            await AddPasskeyAsync(id);
        }

        var email = (await _store.AccountAsync(editor.AccountId)).Email!;
        Assert.True((await Administration.ResetPasswordAsync(email, Cancellation)).Succeeded);

        var passkeys = (await Administration.ListAsync(_admin, Cancellation))!.ToDictionary(a => a.DisplayName, a => a.Passkeys);
        Assert.Equal((0, 1), (passkeys["Eve"], passkeys["Olga"]));
        Assert.EndsWith("2 passkeys removed, 0 access tokens revoked", Assert.Single(await _store.EventsAsync()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemovePasskeys_OfAnEditor_EndsTheSessionsThatTheyBeganToo()
    {
        var editor = await _store.AddAsync(AccountRole.Editor, "Eve");
        await AddPasskeyAsync(editor.AccountId);
        await _store.Get<OpenSessions>().BeginAsync(editor.AccountId, null, null, false, Cancellation);

        Assert.Equal([AccountFault.NotAllowed], (await Administration.RemovePasskeysAsync(editor, editor.AccountId, Cancellation)).Faults);
        Assert.True((await Administration.RemovePasskeysAsync(_admin, editor.AccountId, Cancellation)).Succeeded);

        Assert.Empty(await _store.Get<OpenSessions>().ListAsync(editor, Cancellation));
        Assert.Equal(0, (await Administration.ListAsync(_admin, Cancellation))!.Single(a => a.DisplayName == "Eve").Passkeys);
        Assert.Equal([AccountFault.NotFound], (await Administration.RemovePasskeysAsync(_admin, editor.AccountId, Cancellation)).Faults);
    }

    [Fact]
    public async Task Erase_DisabledAccount_TakesAllThatLeadsToThePersonAndLeavesWhatHappened()
    {
        var editor = await _store.AddAsync(AccountRole.Editor, "Eve");
        var email = (await _store.AccountAsync(editor.AccountId)).Email!;
        await AddPasskeyAsync(editor.AccountId);
        await _store.Get<SecurityLog>().WriteAsync(SecurityKinds.SignedIn, editor.AccountId, "Eve", "192.0.2.9", null, Cancellation);

        Assert.Equal([AccountFault.NotDisabled], (await Administration.EraseAsync(_admin, editor.AccountId, Cancellation)).Faults);
        await Administration.DisableAsync(_admin, editor.AccountId, Cancellation);
        Assert.True((await Administration.EraseAsync(_admin, editor.AccountId, Cancellation)).Succeeded);

        Assert.DoesNotContain((await Administration.ListAsync(_admin, Cancellation))!, account => account.Email == email);
        await using var context = _store.Store.NewContext();
        Assert.Empty(context.Passkeys);
        var events = await _store.EventsAsync();
        Assert.Null(events.Single(row => row.Kind == SecurityKinds.SignedIn).Trace);
        Assert.Equal(("Ada", "Eve"), (events[^1].Who, events[^1].Detail));
    }

    // A page that an administrator left open asks again when something changed.
    [Fact]
    public async Task List_AdministratorWhoWasDemoted_GetsNothingMore()
    {
        var other = await _store.AddAsync(AccountRole.Administrator, "Olga");
        Assert.Equal(2, (await Administration.ListAsync(other, Cancellation))!.Count);

        await Administration.SetRoleAsync(_admin, other.AccountId, AccountRole.Manager, Cancellation);

        Assert.Null(await Administration.ListAsync(other, Cancellation));
        Assert.Null(await _store.Get<Invitations>().ListAsync(other, Cancellation));
    }

    private async Task AddPasskeyAsync(string accountId)
    {
        await using var context = _store.Store.NewContext();
        context.Add(new IdentityUserPasskey<string>
        {
            UserId = accountId,
            CredentialId = Guid.NewGuid().ToByteArray(),
            Data = new IdentityPasskeyData
            {
                Name = "Phone", CreatedAt = RecordBuilder.At(1), PublicKey = [], AttestationObject = [], ClientDataJson = [],
            },
        });
        await context.SaveChangesAsync(Cancellation);
    }
}
