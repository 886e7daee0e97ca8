using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class OutcomesMapping : IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<Outcome> builder)
    {
        builder.ToTable("Outcomes");
        builder.Property(outcome => outcome.Version).IsConcurrencyToken();
        builder.HasIndex(outcome => new { outcome.Slug, outcome.State });
    }
}
