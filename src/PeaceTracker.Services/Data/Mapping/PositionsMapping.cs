using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class PositionsMapping : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.IsEntryOfNegotiation("Positions");
        builder.PointsTo<Position, Party>(entry => entry.PartyKey);
        builder.PointsTo<Position, Issue>(entry => entry.IssueKey);
        builder.PointsTo<Position, Round>(entry => entry.RoundKey);
    }
}
