using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class ChangesMapping : IEntityTypeConfiguration<Change>, IEntityTypeConfiguration<RowChange>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes");
        builder.HasKey(change => change.Number);
        builder.Property(change => change.Number).ValueGeneratedOnAdd();
        // Null where a change is of the whole store and not of one negotiation.
        builder.Property<int?>(RecordMapping.NegotiationId);
        builder.HasOne<Negotiation>().WithMany().HasForeignKey(RecordMapping.NegotiationId).OnDelete(DeleteBehavior.Restrict);
        builder.IsAppendOnly();
    }

    public void Configure(EntityTypeBuilder<RowChange> builder)
    {
        builder.ToTable("RowChanges");
        builder.HasKey(row => new { row.ChangeNumber, row.Position });
        builder.Property<int>(RecordMapping.NegotiationId);
        builder.HasOne<Change>().WithMany().HasForeignKey(row => row.ChangeNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Negotiation>().WithMany().HasForeignKey(RecordMapping.NegotiationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(RecordMapping.NegotiationId, nameof(RowChange.Section), nameof(RowChange.Key));
        builder.IsAppendOnly();
    }
}
