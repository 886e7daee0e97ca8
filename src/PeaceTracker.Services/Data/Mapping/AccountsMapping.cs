using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Data.Mapping;

// The tables of ASP.NET Core Identity, mapped here and not by its own base context: that one has another model at design time than
// at run time when passkeys are on.
internal sealed class AccountsMapping :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityUserClaim<string>>,
    IEntityTypeConfiguration<IdentityUserLogin<string>>, IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
        // Signing in is throttled by account and address together; a lock on the account alone would let a stranger lock its owner out.
        builder.Ignore(account => account.LockoutEnd);
        builder.Ignore(account => account.LockoutEnabled);
        builder.Ignore(account => account.AccessFailedCount);
        builder.Ignore(account => account.PhoneNumber);
        builder.Ignore(account => account.PhoneNumberConfirmed);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("AccountClaims");
        OfAccount(builder, nameof(IdentityUserClaim<string>.UserId));
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("AccountLogins");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
        OfAccount(builder, nameof(IdentityUserLogin<string>.UserId));
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("AccountTokens");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
        OfAccount(builder, nameof(IdentityUserToken<string>.UserId));
    }

    /// <summary>A row that belongs to an account and goes with it.</summary>
    internal static void OfAccount<T>(EntityTypeBuilder<T> builder, string accountId) where T : class =>
        builder.HasOne<Account>().WithMany().HasForeignKey(accountId).OnDelete(DeleteBehavior.Cascade);
}
