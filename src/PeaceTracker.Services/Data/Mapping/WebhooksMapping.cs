using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Webhooks;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class WebhooksMapping : IEntityTypeConfiguration<Webhook>, IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<Webhook> builder) => builder.ToTable("Webhooks");

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasOne<Webhook>().WithMany().HasForeignKey(row => row.WebhookId).OnDelete(DeleteBehavior.Cascade);
        // Each change is told to an address once, whoever makes the delivery.
        builder.HasIndex(row => new { row.WebhookId, row.ChangeNumber }).IsUnique();
        builder.HasIndex(row => new { row.State, row.NextTryAt });
        builder.HasIndex(row => row.MadeAt);
    }
}
