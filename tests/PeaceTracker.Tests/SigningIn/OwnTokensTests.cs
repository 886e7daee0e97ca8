using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Accounts;

namespace PeaceTracker.Tests.SigningIn;

/// <summary>Tokens of one's own account: how they are kept, whose they are, and when they are worth nothing any more.</summary>
[OnEveryDatabase]
public sealed class OwnTokensTests : IAsyncLifetime
{
    private const string Password = "quartz lantern motif brim";
    private AccountStore _store = null!;
    private Actor _ada = null!;

    private OwnTokens Own => _store.Get<OwnTokens>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await AccountStore.StartAsync();
        _ada = await AddAsync("Ada", AccountRole.Editor, Password);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    // 32 bytes are 43 characters of base 64 without padding.
    [Fact]
    public async Task Make_KeepsAHashAloneAndSaysSoInTheAudit()
    {
        var token = await MakeAsync(TokenScope.Write);

        Assert.Matches("^pt_[A-Za-z0-9_-]{43}$", token);
        await using var context = _store.Store.NewContext();
        var kept = await context.AccessTokens.AsNoTracking().SingleAsync(Cancellation);
        Assert.Matches("^[0-9A-F]{64}$", kept.Hash);
        Assert.Equal(_store.Clock.GetUtcNow().UtcDateTime.AddDays(30), kept.ExpiresAt);
        var noted = Assert.Single(await _store.EventsAsync());
        Assert.Equal((SecurityKinds.TokenMade, "a script: Write, 30 days"), (noted.Kind, noted.Detail));
    }

    [Theory]
    [InlineData("", 30, Password, AccountFault.TokenNameInvalid)]
    [InlineData("a script", 366, Password, AccountFault.TermInvalid)]
    [InlineData("a script", 30, "another password", AccountFault.PasswordWrong)]
    public async Task Make_Refused_MakesNone(string name, int days, string password, AccountFault fault)
    {
        var result = await Own.MakeAsync(_ada, name, TokenScope.Read, days, password, Cancellation);

        Assert.Equal([fault], result.Faults);
        Assert.Empty(await Own.ListAsync(_ada, Cancellation));
    }

    // Whoever signs in by another service has no password here: the session must be young instead.
    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task Make_WithoutAPassword_AsksForASessionOfAMomentAgo(int minutes, bool made)
    {
        var eve = await AddAsync("Eve", AccountRole.Editor, password: null);
        _store.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var result = await Own.MakeAsync(eve, "a script", TokenScope.Read, 30, "", Cancellation);

        Assert.Equal(made ? [] : [AccountFault.SignInAgain], result.Faults);
    }

    [Fact]
    public async Task Make_TwentyOfThem_NoMore()
    {
        for (var i = 0; i < OwnTokens.Most; i++)
        {
            await MakeAsync(TokenScope.Read);
        }

        Assert.Equal([AccountFault.TooMany], (await Own.MakeAsync(_ada, "one more", TokenScope.Read, 30, Password, Cancellation)).Faults);
    }

    [Fact]
    public async Task Find_Token_IsItsOwnerWithTheScopeAndUsedAtMostOnceAMinute()
    {
        var token = await MakeAsync(TokenScope.Read);
        var first = _store.Clock.GetUtcNow().UtcDateTime;

        var person = (await FindAsync(token))!;
        _store.Clock.Advance(TimeSpan.FromSeconds(59));
        await FindAsync(token);
        var used = Assert.Single(await Own.ListAsync(_ada, Cancellation)).LastUsedAt;
        _store.Clock.Advance(TimeSpan.FromSeconds(1));
        await FindAsync(token);

        Assert.Equal((_ada.AccountId, "Ada"), (person.FindFirstValue(ClaimTypes.NameIdentifier), person.Identity!.Name));
        Assert.True(person.Has(AccountRole.Editor));
        Assert.True(person.HasClaim(TokenSignIns.ScopeClaim, nameof(TokenScope.Read)));
        Assert.Equal(first, used);
        Assert.Equal(first.AddMinutes(1), Assert.Single(await Own.ListAsync(_ada, Cancellation)).LastUsedAt);
    }

    [Fact]
    public async Task Find_AtItsExpiry_IsNobody()
    {
        var token = await MakeAsync(TokenScope.Read);

        _store.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await FindAsync(token));
        _store.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await FindAsync(token));
        Assert.True(Assert.Single(await Own.ListAsync(_ada, Cancellation)).HasExpired);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("revoked by an administrator")]
    [InlineData("disabled")]
    [InlineData("password reset")]
    public async Task Find_AfterItEnded_IsNobodyAtOnce(string how)
    {
        var token = await MakeAsync(TokenScope.Write);
        Assert.NotNull(await FindAsync(token));
        var administrator = await _store.AddAsync(AccountRole.Administrator);
        var id = Assert.Single(await Own.ListAsync(_ada, Cancellation)).Id;

        var result = how switch
        {
            "revoked" => await Own.RevokeAsync(_ada, id, Cancellation),
            "revoked by an administrator" => await _store.Get<TokenAdministration>().RevokeAsync(administrator, id, Cancellation),
            "disabled" => await _store.Get<AccountAdministration>().DisableAsync(administrator, _ada.AccountId, Cancellation),
            _ => await _store.Get<AccountCommands>().ResetAsync(
                (await _store.AccountAsync(_ada.AccountId)).Email!, TextWriter.Null, TextWriter.Null, Cancellation) == 0 ? AccountResult.Done : new(),
        };

        Assert.True(result.Succeeded);
        Assert.Null(await FindAsync(token));
    }

    // A text that is none is none, whatever the store has.
    [Theory]
    [InlineData("pt_short")]
    [InlineData("pt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!A")]
    [InlineData("xx_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Find_WhatHasNotTheFormOfAToken_IsNotLookedFor(string sent)
    {
        var now = _store.Clock.GetUtcNow().UtcDateTime;
        await using (var context = _store.Store.NewContext())
        {
            context.Add(new AccessToken
            {
                Id = Guid.NewGuid(), AccountId = _ada.AccountId, Name = "a script", Hash = OwnTokens.HashOf(sent), Scope = TokenScope.Read,
                SecondFactor = false, MadeAt = now, ExpiresAt = now.AddDays(30),
            });
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Null(await FindAsync(sent));
    }

    [Fact]
    public async Task Find_WhileSomebodyWrites_WaitsForNobody()
    {
        var token = await MakeAsync(TokenScope.Read);
        await using (await _store.Get<WriteGate>().EnterAsync(Cancellation))
        {
            Assert.NotNull(await FindAsync(token));
        }

        Assert.Null(Assert.Single(await Own.ListAsync(_ada, Cancellation)).LastUsedAt);
        await FindAsync(token);
        Assert.NotNull(Assert.Single(await Own.ListAsync(_ada, Cancellation)).LastUsedAt);
    }

    [Fact]
    public async Task Find_RoleTakenAway_HasTheRoleOfNow()
    {
        var token = await MakeAsync(TokenScope.Write);
        Assert.True((await FindAsync(token))!.Has(AccountRole.Editor));
        var administrator = await _store.AddAsync(AccountRole.Administrator);

        await _store.Get<AccountAdministration>().SetRoleAsync(administrator, _ada.AccountId, AccountRole.Viewer, Cancellation);

        Assert.True((await FindAsync(token))!.Has(AccountRole.Viewer));
    }

    [Fact]
    public async Task Erased_Account_ItsTokensGoWithIt()
    {
        await MakeAsync(TokenScope.Write);
        var administrator = await _store.AddAsync(AccountRole.Administrator);
        await _store.Get<AccountAdministration>().DisableAsync(administrator, _ada.AccountId, Cancellation);

        await _store.Get<AccountAdministration>().EraseAsync(administrator, _ada.AccountId, Cancellation);

        Assert.Empty((await _store.Get<TokenAdministration>().ListAsync(administrator, Cancellation))!);
    }

    [Fact]
    public async Task Revoke_AnotherPersonsToken_IsNotThere()
    {
        await MakeAsync(TokenScope.Read);
        var eve = await AddAsync("Eve", AccountRole.Manager, Password);
        var id = Assert.Single(await Own.ListAsync(_ada, Cancellation)).Id;

        Assert.Equal([AccountFault.NotFound], (await Own.RevokeAsync(eve, id, Cancellation)).Faults);
        Assert.Equal([AccountFault.NotAllowed], (await _store.Get<TokenAdministration>().RevokeAsync(eve, id, Cancellation)).Faults);
        Assert.Null(await _store.Get<TokenAdministration>().ListAsync(eve, Cancellation));
        Assert.Single(await Own.ListAsync(_ada, Cancellation));
    }

    // Whoever asks does not wait until it is noted; the tests do.
    private async Task<ClaimsPrincipal?> FindAsync(string token)
    {
        var person = await _store.Get<TokenSignIns>().FindAsync(token, "token", Cancellation);
        await _store.Get<TokenSignIns>().Noting;
        return person;
    }

    private async Task<string> MakeAsync(TokenScope scope) =>
        (await Own.MakeAsync(_ada, "a script", scope, 30, Password, Cancellation)).Secret!;

    private async Task<Actor> AddAsync(string name, AccountRole role, string? password)
    {
        var actor = await _store.AddAsync(role, name);
        if (password is not null)
        {
            await _store.Store.ChangeAccountAsync(
                actor.AccountId, account => account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password));
        }

        return actor with { Session = await _store.Get<OpenSessions>().BeginAsync(actor.AccountId, null, null, false, Cancellation) };
    }
}
