using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.SigningIn;

/// <summary>Codes of one's own account, as they are kept.</summary>
[OnEveryDatabase]
public sealed class OwnCodesTests : IAsyncLifetime
{
    private const string Password = "quartz lantern motif brim";
    private AccountStore _store = null!;
    private Actor _ada = null!;

    private OwnCodes Codes => _store.Get<OwnCodes>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await AccountStore.StartAsync();
        _ada = await AddAsync("Ada");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task SwitchOn_FirstCode_KeepsNeitherKeyNorRecoveryCodesInPlain()
    {
        var (app, recovery) = await SwitchOnAsync();

        Assert.Equal(10, recovery.Distinct().Count());
        Assert.All(recovery, code => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$", code));
        await using var context = _store.Store.NewContext();
        var kept = await context.RecoveryCodes.Select(row => row.Hash).ToListAsync(Cancellation);
        Assert.Equal(10, kept.Count);
        Assert.Empty(kept.Intersect(recovery));
        Assert.Empty(kept.Intersect(recovery.Select(code => code.Replace("-", "", StringComparison.Ordinal))));
        var row = await context.CodeKeys.SingleAsync(Cancellation);
        Assert.NotEqual(20, row.Sealed.Length); // the key has 20 bytes
        Assert.Equal("PeaceTracker", app.Issuer);
        Assert.Equal([SecurityKinds.CodesOn], (await _store.EventsAsync()).Select(e => e.Kind));
    }

    [Fact]
    public async Task SwitchOn_WrongCode_LeavesThemOffAndTheKeyWaiting()
    {
        Assert.True((await Codes.BeginAsync(_ada, Password, Cancellation)).Succeeded);
        var key = (await Codes.FindAsync(_ada, Cancellation)).Waiting!;
        var wrong = new AuthenticatorApp(key.Link).CodeAt(_store.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));

        var result = await Codes.SwitchOnAsync(_ada, wrong, Cancellation);

        Assert.Equal([AccountFault.CodeWrong], result.Faults);
        Assert.False((await _store.AccountAsync(_ada.AccountId)).TwoFactorEnabled);
        Assert.Equal(key, (await Codes.FindAsync(_ada, Cancellation)).Waiting);
    }

    // Whoever found out the password and signed in with it does not stay.
    [Fact]
    public async Task SwitchOn_OtherSessionsOpen_EndsThemAndKeepsItsOwn()
    {
        var sessions = _store.Get<OpenSessions>();
        var own = await sessions.BeginAsync(_ada.AccountId, null, null, false, Cancellation);
        var other = await sessions.BeginAsync(_ada.AccountId, null, null, false, Cancellation);
        var ended = new List<string>();
        _store.Get<AccountBus>().SessionEnded += ended.Add;
        _ada = _ada with { Session = own };

        await SwitchOnAsync();

        Assert.Equal(own, Assert.Single(await sessions.ListAsync(_ada, Cancellation)).Id);
        Assert.Equal([other], ended);
    }

    // The key is on the screen of whoever has typed the password, and of nobody else.
    [Fact]
    public async Task Find_KeyThatWaits_IsShownToTheSessionThatBeganItAlone()
    {
        Assert.True((await Codes.BeginAsync(_ada with { Session = "one" }, Password, Cancellation)).Succeeded);

        Assert.NotNull((await Codes.FindAsync(_ada with { Session = "one" }, Cancellation)).Waiting);
        Assert.Null((await Codes.FindAsync(_ada with { Session = "two" }, Cancellation)).Waiting);
        Assert.Equal([AccountFault.CodeExpired], (await Codes.SwitchOnAsync(_ada with { Session = "two" }, "000000", Cancellation)).Faults);
    }

    [Fact]
    public async Task SwitchOn_KeyOlderThanAQuarterOfAnHour_IsRefused()
    {
        Assert.True((await Codes.BeginAsync(_ada, Password, Cancellation)).Succeeded);
        var app = new AuthenticatorApp((await Codes.FindAsync(_ada, Cancellation)).Waiting!.Link);
        _store.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Null((await Codes.FindAsync(_ada, Cancellation)).Waiting);
        Assert.Equal([AccountFault.CodeExpired], (await Codes.SwitchOnAsync(_ada, app.CodeAt(_store.Clock.GetUtcNow()), Cancellation)).Faults);
    }

    [Fact]
    public async Task SwitchOn_Twice_KeepsTheRecoveryCodesOfTheFirst()
    {
        var (app, _) = await SwitchOnAsync();
        await using var context = _store.Store.NewContext();
        var before = await context.RecoveryCodes.Select(row => row.Hash).Order().ToListAsync(Cancellation);

        var result = await Codes.SwitchOnAsync(_ada, app.CodeAt(_store.Clock.GetUtcNow() + TimeSpan.FromSeconds(30)), Cancellation);

        Assert.Equal([AccountFault.CodesOn], result.Faults);
        Assert.Equal(before, await context.RecoveryCodes.Select(row => row.Hash).Order().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Begin_Again_MakesAnotherKey()
    {
        Assert.True((await Codes.BeginAsync(_ada, Password, Cancellation)).Succeeded);
        var first = (await Codes.FindAsync(_ada, Cancellation)).Waiting;
        Assert.True((await Codes.BeginAsync(_ada, Password, Cancellation)).Succeeded);

        Assert.NotEqual(first, (await Codes.FindAsync(_ada, Cancellation)).Waiting);
    }

    [Fact]
    public async Task EachWish_WrongPassword_ChangesNothing()
    {
        Assert.Equal([AccountFault.PasswordWrong], (await Codes.BeginAsync(_ada, "another one", Cancellation)).Faults);
        Assert.Null((await Codes.FindAsync(_ada, Cancellation)).Waiting);
        await SwitchOnAsync();

        Assert.Equal([AccountFault.PasswordWrong], (await Codes.SwitchOffAsync(_ada, "another one", Cancellation)).Faults);
        Assert.Equal([AccountFault.PasswordWrong], (await Codes.RenewRecoveryCodesAsync(_ada, "another one", Cancellation)).Faults);
        Assert.Equal(new CodesView(true, 10, null), await Codes.FindAsync(_ada, Cancellation));
    }

    [Fact]
    public async Task Renew_ThoseBefore_AreGone()
    {
        var (_, first) = await SwitchOnAsync();

        var second = (await Codes.RenewRecoveryCodesAsync(_ada, Password, Cancellation)).RecoveryCodes;

        Assert.Equal(10, second.Count);
        Assert.Empty(second.Intersect(first));
        await using var context = _store.Store.NewContext();
        Assert.Equal(10, await context.RecoveryCodes.CountAsync(Cancellation));
        Assert.Equal([SecurityKinds.CodesOn, SecurityKinds.RecoveryCodesMade], (await _store.EventsAsync()).Select(e => e.Kind));
    }

    [Fact]
    public async Task EachWish_CodesThatAreOff_SaysSo()
    {
        Assert.Equal([AccountFault.CodesOff], (await Codes.SwitchOffAsync(_ada, Password, Cancellation)).Faults);
        Assert.Equal([AccountFault.CodesOff], (await Codes.RenewRecoveryCodesAsync(_ada, Password, Cancellation)).Faults);
    }

    [Fact]
    public async Task SwitchOff_OfOne_ForgetsTheirsAndNobodyElses()
    {
        await SwitchOnAsync();
        var eve = await AddAsync("Eve");
        await SwitchOnAsync(eve);

        Assert.True((await Codes.SwitchOffAsync(_ada, Password, Cancellation)).Succeeded);

        await using var context = _store.Store.NewContext();
        Assert.Equal(eve.AccountId, (await context.CodeKeys.SingleAsync(Cancellation)).AccountId);
        Assert.Equal([eve.AccountId], await context.RecoveryCodes.Select(row => row.AccountId).Distinct().ToListAsync(Cancellation));
        Assert.False((await _store.AccountAsync(_ada.AccountId)).TwoFactorEnabled);
        Assert.Equal(SecurityKinds.CodesOff, (await _store.EventsAsync())[^1].Kind);
    }

    [Fact]
    public async Task ResetPassword_AtTheCommandLine_TakesKeyAndRecoveryCodesAway()
    {
        await SwitchOnAsync();

        var email = (await _store.AccountAsync(_ada.AccountId)).Email!;
        Assert.Equal(0, await _store.Get<AccountCommands>().ResetAsync(email, TextWriter.Null, TextWriter.Null, Cancellation));

        await using var context = _store.Store.NewContext();
        Assert.Empty(await context.CodeKeys.ToListAsync(Cancellation));
        Assert.Empty(await context.RecoveryCodes.ToListAsync(Cancellation));
        Assert.Equal(new CodesView(false, 0, null), await Codes.FindAsync(_ada, Cancellation));
    }

    // As where a store was restored and its folder of keys was not.
    [Fact]
    public async Task Open_KeySealedWithOtherKeys_IsNullAndNoFault()
    {
        await SwitchOnAsync();
        await using var context = _store.Store.NewContext();
        var row = await context.CodeKeys.AsNoTracking().SingleAsync(Cancellation);
        Assert.NotNull(_store.Get<CodeKeys>().Open(row));

        row = new CodeKey { AccountId = row.AccountId, MadeAt = row.MadeAt, Sealed = [.. row.Sealed[..^1], (byte)(row.Sealed[^1] ^ 1)] };

        Assert.Null(_store.Get<CodeKeys>().Open(row));
    }

    private async Task<Actor> AddAsync(string name)
    {
        var actor = await _store.AddAsync(AccountRole.Editor, name);
        var hash = await _store.Get<PasswordHashing>().HashAsync(Password, Cancellation);
        await _store.Store.ChangeAccountAsync(actor.AccountId, account => account.PasswordHash = hash);
        return actor;
    }

    private async Task<(AuthenticatorApp App, IReadOnlyList<string> Recovery)> SwitchOnAsync(Actor? actor = null)
    {
        actor ??= _ada;
        Assert.True((await Codes.BeginAsync(actor, Password, Cancellation)).Succeeded);
        var app = new AuthenticatorApp((await Codes.FindAsync(actor, Cancellation)).Waiting!.Link);
        var result = await Codes.SwitchOnAsync(actor, app.CodeAt(_store.Clock.GetUtcNow()), Cancellation);
        Assert.True(result.Succeeded);
        return (app, result.RecoveryCodes);
    }
}
