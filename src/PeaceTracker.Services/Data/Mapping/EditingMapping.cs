using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class EditingMapping : IEntityTypeConfiguration<KeptForm>, IEntityTypeConfiguration<DoneCommand>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("KeptForms");
        builder.HasKey(form => new { form.AccountId, form.Address });
        AccountsMapping.OfAccount(builder, nameof(KeptForm.AccountId));
    }

    public void Configure(EntityTypeBuilder<DoneCommand> builder)
    {
        builder.ToTable("DoneCommands");
        builder.HasKey(done => new { done.Once, done.AccountId });
        builder.HasIndex(done => done.DoneAt);
    }
}
