using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Services.Data.Mapping;

// What an account signs in with besides its password.
internal sealed class SigningInMapping :
    IEntityTypeConfiguration<IdentityUserPasskey<string>>, IEntityTypeConfiguration<CodeKey>, IEntityTypeConfiguration<RecoveryCode>,
    IEntityTypeConfiguration<AccountSession>, IEntityTypeConfiguration<SignInAttempt>, IEntityTypeConfiguration<UsedUp>,
    IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> builder)
    {
        builder.ToTable("AccountPasskeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        AccountsMapping.OfAccount(builder, nameof(IdentityUserPasskey<string>.UserId));
    }

    public void Configure(EntityTypeBuilder<CodeKey> builder)
    {
        builder.ToTable("AccountCodeKeys");
        builder.HasKey(row => row.AccountId);
        AccountsMapping.OfAccount(builder, nameof(CodeKey.AccountId));
    }

    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.ToTable("AccountSessions");
        AccountsMapping.OfAccount(builder, nameof(AccountSession.AccountId));
    }

    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.HasIndex(token => token.Hash).IsUnique();
        AccountsMapping.OfAccount(builder, nameof(AccessToken.AccountId));
    }

    public void Configure(EntityTypeBuilder<SignInAttempt> builder)
    {
        builder.ToTable("SignInAttempts");
        builder.HasIndex(row => new { row.Key, row.At });
        builder.HasIndex(row => row.At);
    }

    public void Configure(EntityTypeBuilder<UsedUp> builder)
    {
        builder.ToTable("UsedUp");
        builder.HasKey(row => row.What);
        builder.HasIndex(row => row.Until);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("AccountRecoveryCodes");
        builder.HasKey(row => new { row.AccountId, row.Hash });
        AccountsMapping.OfAccount(builder, nameof(RecoveryCode.AccountId));
    }
}
