using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Kinds.Tests;

/// <summary>All that the house is told of visits: their section with its rules, their table, their words and paths.</summary>
internal static class VisitKind
{
    [ModuleInitializer]
    public static void Add()
    {
        RecordSections.Add(new DescriptiveList<Visit>("visits", "visit", Rules));
        TrackerContext.Mappings.Add(typeof(Visit).Assembly);
        RowKinds.Add(new RowKind<Visit>
        {
            Path = "visits", Name = "Visits", AddName = "Add a visit", EditName = "Edit a visit",
            Named = (_, _, row) => row.Title, Dated = row => row.PaidOn,
            OneAt = (address, row) => address.Party(row.PartyKey), AllAt = address => address.Parties,
        });
        TestStore.MoreTables =
            """
            CREATE TABLE Visits (
                NegotiationId INTEGER NOT NULL, Key TEXT NOT NULL, Ordinal INTEGER NOT NULL, Title TEXT NOT NULL, PartyKey TEXT NOT NULL,
                PaidOn TEXT NOT NULL, Citations TEXT NOT NULL, RecordedAt TEXT NOT NULL, RecordedBy TEXT NOT NULL, Retracted TEXT NULL,
                PRIMARY KEY (NegotiationId, Key));
            """;
    }

    private static void Rules(RuleCheck check)
    {
        foreach (var (visit, path) in check.Descriptive<Visit>())
        {
            check.Text($"{path}.title", visit.Title, TextLimits.Title);
            check.Reference($"{path}.party", visit.PartyKey, check.Parties);
            check.Citations($"{path}.citations", visit.Citations);
            check.Recorded(path, visit.RecordedAt, visit.RecordedBy);
        }
    }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.IsPartOfNegotiation("Visits");
        builder.PointsTo<Visit, Party>(visit => visit.PartyKey);
        builder.ToTable(table => table.ExcludeFromMigrations());
    }
}
