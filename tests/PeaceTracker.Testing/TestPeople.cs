using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Testing;

/// <summary>Somebody who can sign in to a running program.</summary>
public sealed record TestPerson(string Id, string Name, string Email, AccountRole Role)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "quartz lantern motif brim";
}

/// <summary>People in the store of a program that runs, in this process or in another, put there past all of the program.</summary>
public static class TestPeople
{
    // A hash takes a tenth of a second; all of them have the same.
    private static readonly Lazy<string> Hash = new(
        () => new PasswordHasher<Account>().HashPassword(new Account { DisplayName = "" }, TestPerson.Password));

    /// <summary>Adds somebody to the store in a data folder.</summary>
    public static async Task<TestPerson> AddAsync(string folder, AccountRole role, string? name = null, CancellationToken cancellationToken = default)
    {
        var email = $"{role.ToString().ToLowerInvariant()}-{Guid.NewGuid():N}@example.org";
        var account = new Account
        {
            DisplayName = name ?? $"A {role}",
            Role = role,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            PasswordHash = Hash.Value,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = RecordBuilder.At(1),
        };
        await using var context = Open(folder);
        context.Add(account);
        await context.SaveChangesAsync(cancellationToken);
        return new TestPerson(account.Id, account.DisplayName, email, role);
    }

    /// <summary>Changes an account in the store in a data folder.</summary>
    public static async Task ChangeAsync(string folder, string id, Action<Account> change, CancellationToken cancellationToken = default)
    {
        await using var context = Open(folder);
        change(await context.Accounts.SingleAsync(account => account.Id == id, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds a passkey to an account, of a device that is nowhere.</summary>
    public static async Task AddPasskeyAsync(string folder, string accountId, string name, CancellationToken cancellationToken = default)
    {
        await using var context = Open(folder);
        context.Add(new IdentityUserPasskey<string>
        {
            UserId = accountId,
            CredentialId = Guid.NewGuid().ToByteArray(),
            Data = new IdentityPasskeyData
            {
                Name = name, CreatedAt = RecordBuilder.At(1), PublicKey = [], AttestationObject = [], ClientDataJson = [],
            },
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Puts something else in the place of the sealed key of an account's codes.</summary>
    public static async Task ChangeCodeKeyAsync(string folder, string accountId, byte[] key, CancellationToken cancellationToken = default)
    {
        await using var context = Open(folder);
        await context.CodeKeys.Where(row => row.AccountId == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sealed, key), cancellationToken);
    }

    /// <summary>Adds an invitation to make an account; returns the code of its link.</summary>
    public static async Task<string> InviteAsync(string folder, AccountRole role, CancellationToken cancellationToken = default)
    {
        var code = SecretCode.New();
        await using var context = Open(folder);
        context.Add(new Invitation
        {
            Email = $"{Guid.NewGuid():N}@example.org", Role = role, CodeHash = SecretCode.Hash(code), InvitedBy = "An Administrator",
            CreatedAt = DateTime.UtcNow, ExpiresAt = DateTime.UtcNow.AddDays(1),
        });
        await context.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>The security events of an account in the store in a data folder, the oldest first: what happened, and the detail.</summary>
    public static async Task<IReadOnlyList<(string Kind, string? Detail)>> EventsAsync(
        string folder, string accountId, CancellationToken cancellationToken = default)
    {
        await using var context = Open(folder);
        var rows = await context.SecurityEvents.Where(row => row.AccountId == accountId).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Kind, row.Detail))];
    }

    private static SqliteTrackerContext Open(string folder)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerContext>();
        SqliteSettings.Use(options, Path.Combine(folder, "peacetracker.db"));
        return new SqliteTrackerContext(options.Options);
    }
}
