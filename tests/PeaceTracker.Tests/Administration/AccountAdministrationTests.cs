using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.Administration;

[OnEveryDatabase]
public sealed class AccountAdministrationTests : IAsyncLifetime
{
    private AccountStore _store = null!;
    private Actor _admin = null!;
    private readonly List<string> _moved = [];

    private AccountAdministration Administration => _store.Get<AccountAdministration>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await AccountStore.StartAsync();
        _admin = await _store.AddAsync(AccountRole.Administrator, "Ada");
        _store.Get<AccountBus>().Moved += _moved.Add;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task SetRole_OfAnEditor_RotatesTheStampTellsCircuitsAndWritesTheEvent()
    {
        var editor = await _store.AddAsync(AccountRole.Editor, "Eve");
        var before = await _store.AccountAsync(editor.AccountId);

        var result = await Administration.SetRoleAsync(_admin, editor.AccountId, AccountRole.Viewer, Cancellation);

        Assert.True(result.Succeeded);
        var after = await _store.AccountAsync(editor.AccountId);
        Assert.Equal(AccountRole.Viewer, after.Role);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.Equal([editor.AccountId], _moved);
        var row = Assert.Single(await _store.EventsAsync());
        Assert.Equal((SecurityKinds.RoleChanged, "Ada", "192.0.2.1", "Eve: Editor to Viewer"), (row.Kind, row.Who, row.Trace?.From, row.Detail));
    }

    [Fact]
    public async Task SetRole_OfTheLastAdministrator_IsRefusedAndChangesNothing()
    {
        var result = await Administration.SetRoleAsync(_admin, _admin.AccountId, AccountRole.Editor, Cancellation);

        Assert.Equal([AccountFault.LastAdministrator], result.Faults);
        Assert.Equal(AccountRole.Administrator, (await _store.AccountAsync(_admin.AccountId)).Role);
        Assert.Empty(_moved);
    }

    [Fact]
    public async Task Disable_OfTheLastAdministrator_IsRefused()
    {
        // A disabled administrator is none who could help.
        var other = await _store.AddAsync(AccountRole.Administrator);
        Assert.True((await Administration.DisableAsync(_admin, other.AccountId, Cancellation)).Succeeded);

        var result = await Administration.DisableAsync(_admin, _admin.AccountId, Cancellation);

        Assert.Equal([AccountFault.LastAdministrator], result.Faults);
        Assert.Null((await _store.AccountAsync(_admin.AccountId)).DisabledAt);
    }

    // A slip must not cost the one who makes it the way back.
    [Fact]
    public async Task SetRoleAndDisable_OfTheOwnAccount_AreRefusedThoughAnotherAdministratorIsThere()
    {
        await _store.AddAsync(AccountRole.Administrator);

        var demoted = await Administration.SetRoleAsync(_admin, _admin.AccountId, AccountRole.Viewer, Cancellation);
        var disabled = await Administration.DisableAsync(_admin, _admin.AccountId, Cancellation);

        Assert.Equal([AccountFault.OwnAccount], demoted.Faults);
        Assert.Equal([AccountFault.OwnAccount], disabled.Faults);
        var own = await _store.AccountAsync(_admin.AccountId);
        Assert.Equal((AccountRole.Administrator, null), (own.Role, own.DisabledAt));
        Assert.Empty(_moved);
    }

    [Fact]
    public async Task SetRole_TwoAdministratorsEachOtherAtOnce_OneStays()
    {
        var other = await _store.AddAsync(AccountRole.Administrator);

        var results = await Task.WhenAll(
            Administration.SetRoleAsync(_admin, other.AccountId, AccountRole.Viewer, Cancellation),
            Administration.SetRoleAsync(other, _admin.AccountId, AccountRole.Viewer, Cancellation));

        Assert.Single(results, result => result.Succeeded);
        Assert.Single(await Administration.ListAsync(Cancellation), account => account.Role == AccountRole.Administrator);
    }

    [Theory]
    [InlineData(AccountRole.Viewer)]
    [InlineData(AccountRole.Editor)]
    [InlineData(AccountRole.Manager)]
    public async Task Everything_ByNoAdministrator_IsRefusedAndWrittenDown(AccountRole role)
    {
        var actor = await _store.AddAsync(role, "Eve");
        var target = await _store.AddAsync(AccountRole.Viewer);
        var invitations = _store.Get<Invitations>();

        AccountResult[] results =
        [
            await Administration.SetRoleAsync(actor, actor.AccountId, AccountRole.Administrator, Cancellation),
            await Administration.DisableAsync(actor, target.AccountId, Cancellation),
            await Administration.EnableAsync(actor, target.AccountId, Cancellation),
            await Administration.EndSessionsAsync(actor, target.AccountId, Cancellation),
            await invitations.InviteAsync(actor, "new@example.org", AccountRole.Administrator, Cancellation),
            await invitations.WithdrawAsync(actor, 1, Cancellation),
        ];

        Assert.All(results, result => Assert.Equal([AccountFault.NotAllowed], result.Faults));
        Assert.Equal(results.Length, (await _store.EventsAsync()).Count(row => row is { Kind: SecurityKinds.AccessRefused, Who: "Eve" }));
        Assert.Equal(role, (await _store.AccountAsync(actor.AccountId)).Role);
    }

    [Fact]
    public async Task Disable_ThenEnable_ByAnAdministratorDisabledMeanwhile_IsRefused()
    {
        var other = await _store.AddAsync(AccountRole.Administrator);
        await Administration.DisableAsync(_admin, other.AccountId, Cancellation);

        var result = await Administration.EnableAsync(other, other.AccountId, Cancellation);

        Assert.Equal([AccountFault.NotAllowed], result.Faults);
        Assert.NotNull((await _store.AccountAsync(other.AccountId)).DisabledAt);
        Assert.True((await Administration.EnableAsync(_admin, other.AccountId, Cancellation)).Succeeded);
        Assert.Null((await _store.AccountAsync(other.AccountId)).DisabledAt);
    }

    [Fact]
    public async Task Directory_AfterEachChange_SaysWhatHoldsNow()
    {
        var directory = _store.Get<AccountDirectory>();
        var editor = await _store.AddAsync(AccountRole.Editor, "Eve");

        Assert.Equal(("Eve", AccountRole.Editor, false), await ReadAsync());
        await Administration.SetRoleAsync(_admin, editor.AccountId, AccountRole.Manager, Cancellation);
        Assert.Equal(("Eve", AccountRole.Manager, false), await ReadAsync());
        await Administration.DisableAsync(_admin, editor.AccountId, Cancellation);
        Assert.Equal(("Eve", AccountRole.Manager, true), await ReadAsync());
        Assert.Null(await directory.FindAsync("nobody", Cancellation));

        async Task<(string, AccountRole, bool)> ReadAsync()
        {
            var view = (await directory.FindAsync(editor.AccountId, Cancellation))!;
            return (view.DisplayName, view.Role, view.Disabled);
        }
    }

    [Fact]
    public async Task Invitation_Accepted_MakesTheAccountOnceWithTheRoleThatWasGiven()
    {
        var invitations = _store.Get<Invitations>();
        var code = (await invitations.InviteAsync(_admin, " New@Example.org ", AccountRole.Manager, Cancellation)).Secret!;

        var results = await Task.WhenAll(
            invitations.AcceptAsync(code, "Grace", "quartz lantern motif brim", null, Cancellation),
            invitations.AcceptAsync(code.ToLowerInvariant(), "Mallory", "quartz lantern motif brim", null, Cancellation));

        Assert.Single(results, result => result.Succeeded);
        var made = await _store.AccountAsync(results.Single(result => result.Succeeded).AccountId!);
        Assert.Equal(("New@Example.org", AccountRole.Manager), (made.Email, made.Role));
        Assert.Equal([made.Id], _moved); // an open list of people shows it
        Assert.Empty((await invitations.ListAsync(_admin, Cancellation))!);
        Assert.Equal([SecurityKinds.Invited, SecurityKinds.AccountMade], (await _store.EventsAsync()).Select(row => row.Kind));
    }

    [Fact]
    public async Task Invitation_OldWithdrawnOrReplaced_IsNone()
    {
        var invitations = _store.Get<Invitations>();
        var replaced = (await invitations.InviteAsync(_admin, "a@example.org", AccountRole.Viewer, Cancellation)).Secret!;
        var old = (await invitations.InviteAsync(_admin, "A@example.org", AccountRole.Editor, Cancellation)).Secret!;
        var withdrawn = (await invitations.InviteAsync(_admin, "b@example.org", AccountRole.Editor, Cancellation)).Secret!;
        var open = (await invitations.ListAsync(_admin, Cancellation))!;
        await invitations.WithdrawAsync(_admin, open[0].Id, Cancellation);

        Assert.Equal(["b@example.org", "A@example.org"], open.Select(row => row.Email));
        Assert.Null(await invitations.FindAsync(replaced, Cancellation));
        Assert.Null(await invitations.FindAsync(withdrawn, Cancellation));
        Assert.NotNull(await invitations.FindAsync(old, Cancellation));
        _store.Clock.Advance(Invitations.Lifetime);
        Assert.Null(await invitations.FindAsync(old, Cancellation));
        Assert.Equal([AccountFault.CodeWrong], (await invitations.AcceptAsync(old, "Ada", "quartz lantern motif brim", null, Cancellation)).Faults);
    }

    [Fact]
    public async Task Invite_AddressOfAnAccountOrNone_IsRefused()
    {
        var invitations = _store.Get<Invitations>();
        var taken = (await _store.AccountAsync(_admin.AccountId)).Email!.ToUpperInvariant();

        Assert.Equal([AccountFault.EmailTaken], (await invitations.InviteAsync(_admin, taken, AccountRole.Viewer, Cancellation)).Faults);
        Assert.Equal(
            [AccountFault.EmailInvalid], (await invitations.InviteAsync(_admin, "Ada <a@example.org>", AccountRole.Viewer, Cancellation)).Faults);
    }
}
