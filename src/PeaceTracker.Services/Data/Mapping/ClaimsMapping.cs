using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class ClaimsMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.IsEntryOfNegotiation("Claims");
        builder.PointsTo<Claim, Dyad>(claim => claim.DyadKey);
        builder.PointsTo<Claim, Draft>(claim => claim.DraftKey);
        builder.PointsTo<Claim, Round>(claim => claim.RoundKey);
    }
}

internal sealed class ClaimAppearancesMapping : IEntityTypeConfiguration<ClaimAppearance>
{
    public void Configure(EntityTypeBuilder<ClaimAppearance> builder)
    {
        builder.IsEntryOfNegotiation("ClaimAppearances");
        builder.PointsTo<ClaimAppearance, Claim>(added => added.ClaimKey);
    }
}
