using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class NegotiationsMapping : IEntityTypeConfiguration<Negotiation>
{
    /// <summary>Shadow column: the number by which rows point to their negotiation; the world knows it by its slug.</summary>
    public const string Id = nameof(Id);

    /// <summary>Shadow column: number of the newest change in the negotiation; readers look whether it has moved.</summary>
    public const string ChangeNumber = nameof(ChangeNumber);

    public void Configure(EntityTypeBuilder<Negotiation> builder)
    {
        builder.ToTable("Negotiations");
        builder.Property<int>(Id).ValueGeneratedOnAdd();
        builder.Property<long>(ChangeNumber);
        builder.HasKey(Id);
        builder.HasIndex(negotiation => negotiation.Slug).IsUnique();
    }
}
