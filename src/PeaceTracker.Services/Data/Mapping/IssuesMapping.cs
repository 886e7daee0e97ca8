using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class IssuesMapping :
    IEntityTypeConfiguration<Issue>, IEntityTypeConfiguration<AgendaVersion>, IEntityTypeConfiguration<StatusEvent>
{
    public void Configure(EntityTypeBuilder<Issue> builder) => builder.IsPartOfNegotiation("Issues");

    public void Configure(EntityTypeBuilder<AgendaVersion> builder) =>
        builder.IsPartOfNegotiation("AgendaVersions", nameof(AgendaVersion.Number));

    public void Configure(EntityTypeBuilder<StatusEvent> builder)
    {
        builder.IsEntryOfNegotiation("StatusEvents");
        builder.PointsTo<StatusEvent, Issue>(entry => entry.IssueKey);
        builder.PointsTo<StatusEvent, Dyad>(entry => entry.DyadKey);
        builder.PointsTo<StatusEvent, Round>(entry => entry.RoundKey);
    }
}
