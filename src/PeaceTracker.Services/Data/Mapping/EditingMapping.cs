using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class EditingMapping : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("KeptForms");
        builder.HasKey(form => new { form.AccountId, form.Address });
        AccountsMapping.OfAccount(builder, nameof(KeptForm.AccountId));
    }
}
