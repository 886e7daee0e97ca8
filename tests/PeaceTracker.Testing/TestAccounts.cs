using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Testing;

/// <summary>People in a test's store, put there without signing up.</summary>
public static class TestAccounts
{
    /// <summary>Adds an account of that role and returns its id.</summary>
    public static Task<string> AddAccountAsync(this TestStore store, AccountRole role, string? name = null) =>
        AddAccountAsync(store.Services, role, name);

    /// <summary>Adds an account of that role to the store of these services and returns its id.</summary>
    public static async Task<string> AddAccountAsync(IServiceProvider services, AccountRole role, string? name = null)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = new Account
        {
            DisplayName = name ?? role.ToString(),
            Role = role,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            CreatedAt = RecordBuilder.At(1),
        };
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync();
        context.Add(account);
        await context.SaveChangesAsync();
        return account.Id;
    }

    /// <summary>Adds a token of an account to the store of these services and returns it.</summary>
    public static async Task<string> AddTokenAsync(IServiceProvider services, string accountId, TokenScope scope, bool secondFactor = false)
    {
        var (token, now) = (AccessToken.NewSecret(), DateTime.UtcNow);
        await using var context = await services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContextAsync();
        context.Add(new AccessToken
        {
            Id = Guid.NewGuid(), AccountId = accountId, Name = "a script", Hash = OwnTokens.HashOf(token), Scope = scope, SecondFactor = secondFactor,
            MadeAt = now, ExpiresAt = now.AddDays(30),
        });
        await context.SaveChangesAsync();
        return token;
    }

    /// <summary>Changes an account past all of the program.</summary>
    public static async Task ChangeAccountAsync(this TestStore store, string id, Action<Account> change)
    {
        await using var context = store.NewContext();
        change(await context.Accounts.SingleAsync(a => a.Id == id));
        await context.SaveChangesAsync();
    }
}
