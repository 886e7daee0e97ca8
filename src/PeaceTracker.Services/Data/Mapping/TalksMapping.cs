using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class TalksMapping : IEntityTypeConfiguration<WorkingGroup>, IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<WorkingGroup> builder) => builder.IsPartOfNegotiation("WorkingGroups");

    public void Configure(EntityTypeBuilder<Round> builder) => builder.IsPartOfNegotiation("Rounds");
}
