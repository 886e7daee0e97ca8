using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Mail;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class MailMapping : IEntityTypeConfiguration<Follow>, IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("Follows");
        AccountsMapping.OfAccount(builder, nameof(Follow.AccountId));
        builder.HasIndex(follow => new { follow.AccountId, follow.Slug, follow.Kind, follow.Key }).IsUnique();
        builder.HasIndex(follow => follow.NextAt);
    }

    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("Mails");
        builder.HasOne<Accounts.Account>().WithMany().HasForeignKey(mail => mail.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(mail => mail.NextTryAt);
    }
}
