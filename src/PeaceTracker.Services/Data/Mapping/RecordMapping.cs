using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Data.Mapping;

/// <summary>What all tables of a negotiation's record have in common.</summary>
internal static class RecordMapping
{
    /// <summary>Shadow column: the negotiation to which a row belongs, the first part of its key.</summary>
    public const string NegotiationId = nameof(NegotiationId);

    /// <summary>Shadow column: the row's place in the list it came from; lists are shown in the order in which they were entered.</summary>
    public const string Ordinal = nameof(Ordinal);

    private const string AppendOnlyAnnotation = "PeaceTracker:AppendOnly";

    /// <summary>A table of rows that belong to a negotiation and are known in it by <paramref name="key"/>.</summary>
    public static void IsPartOfNegotiation<T>(this EntityTypeBuilder<T> builder, string table, string key = "Key") where T : class
    {
        builder.ToTable(table);
        builder.Property<int>(NegotiationId);
        builder.Property<int>(Ordinal);
        builder.HasKey(NegotiationId, key);
        builder.HasOne<Negotiation>().WithMany().HasForeignKey(NegotiationId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>A table of entries: part of a negotiation, append-only, each perhaps superseding another of its kind.</summary>
    public static void IsEntryOfNegotiation<T>(this EntityTypeBuilder<T> builder, string table) where T : class, IEntry
    {
        builder.IsPartOfNegotiation(table);
        builder.IsAppendOnly();
        builder.PointsTo<T, T>(entry => entry.SupersedesKey);
    }

    /// <summary>The property holds the key of a <typeparamref name="TTarget"/> of the same negotiation.</summary>
    public static void PointsTo<T, TTarget>(this EntityTypeBuilder<T> builder, Expression<Func<T, string?>> property)
        where T : class
        where TTarget : class
    {
        var name = ((MemberExpression)property.Body).Member.Name;
        builder.HasOne<TTarget>().WithMany().HasForeignKey(NegotiationId, name).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>Rows are inserted, never updated or deleted; the database refuses it.</summary>
    public static void IsAppendOnly<T>(this EntityTypeBuilder<T> builder) where T : class => builder.HasAnnotation(AppendOnlyAnnotation, true);

    /// <summary>Whether rows of this type are never updated or deleted.</summary>
    public static bool IsAppendOnly(this IReadOnlyEntityType type) => type.FindAnnotation(AppendOnlyAnnotation) is not null;
}
