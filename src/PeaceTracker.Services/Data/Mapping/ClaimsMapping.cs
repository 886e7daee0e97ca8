using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Parties;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class ClaimsMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.IsEntryOfNegotiation("Claims");
        builder.PointsTo<Claim, Dyad>(claim => claim.DyadKey);
    }
}
