using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class SourcesMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder) => builder.IsPartOfNegotiation("Sources");
}
