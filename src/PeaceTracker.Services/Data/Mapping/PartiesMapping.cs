using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class PartiesMapping :
    IEntityTypeConfiguration<Party>, IEntityTypeConfiguration<PartyDelegate>, IEntityTypeConfiguration<Dyad>
{
    public void Configure(EntityTypeBuilder<Party> builder) => builder.IsPartOfNegotiation("Parties");

    public void Configure(EntityTypeBuilder<PartyDelegate> builder)
    {
        builder.IsPartOfNegotiation("Delegates");
        builder.PointsTo<PartyDelegate, Party>(person => person.PartyKey);
    }

    public void Configure(EntityTypeBuilder<Dyad> builder)
    {
        builder.IsPartOfNegotiation("Dyads");
        builder.PointsTo<Dyad, Party>(dyad => dyad.FirstPartyKey);
        builder.PointsTo<Dyad, Party>(dyad => dyad.SecondPartyKey);
    }
}
