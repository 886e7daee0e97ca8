using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Services.Comments;

namespace PeaceTracker.Services.Data.Mapping;

internal sealed class CommentsMapping : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.HasIndex(comment => new { comment.Slug, comment.Section, comment.Key });
    }

    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.ToTable("Mentions");
        builder.HasKey(mention => new { mention.CommentId, mention.AccountId });
        builder.HasOne<Comment>().WithMany().HasForeignKey(mention => mention.CommentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(mention => new { mention.AccountId, mention.Done });
        AccountsMapping.OfAccount(builder, nameof(Mention.AccountId));
    }
}
