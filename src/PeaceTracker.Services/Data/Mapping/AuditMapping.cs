using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Audit;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class AuditMapping : IEntityTypeConfiguration<SecurityEvent>, IEntityTypeConfiguration<SecurityTrace>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> builder)
    {
        builder.ToTable("SecurityEvents");
        builder.HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedOnAdd();
        builder.HasOne(row => row.Trace).WithOne().HasForeignKey<SecurityTrace>(trace => trace.Number).OnDelete(DeleteBehavior.Restrict);
        builder.IsAppendOnly();
    }

    // Not append-only: it is forgotten when its time is over.
    public void Configure(EntityTypeBuilder<SecurityTrace> builder)
    {
        builder.ToTable("SecurityTraces");
        builder.HasKey(trace => trace.Number);
    }
}
