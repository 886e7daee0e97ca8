using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class DraftsMapping : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.IsPartOfNegotiation("Drafts");
        builder.PointsTo<Draft, WorkingGroup>(draft => draft.WorkingGroupKey);
    }

    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.IsPartOfNegotiation("Offers");
        builder.PointsTo<Offer, Party>(offer => offer.ByPartyKey);
        builder.PointsTo<Offer, Round>(offer => offer.RoundKey);
    }
}
