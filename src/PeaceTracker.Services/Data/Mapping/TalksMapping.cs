using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class TalksMapping :
    IEntityTypeConfiguration<WorkingGroup>, IEntityTypeConfiguration<Round>, IEntityTypeConfiguration<Outcome>
{
    public void Configure(EntityTypeBuilder<WorkingGroup> builder) => builder.IsPartOfNegotiation("WorkingGroups");

    public void Configure(EntityTypeBuilder<Round> builder) => builder.IsPartOfNegotiation("Rounds");

    public void Configure(EntityTypeBuilder<Outcome> builder)
    {
        builder.ToTable("Outcomes");
        builder.Property(outcome => outcome.Version).IsConcurrencyToken();
        builder.HasIndex(outcome => new { outcome.Slug, outcome.State });
    }
}
