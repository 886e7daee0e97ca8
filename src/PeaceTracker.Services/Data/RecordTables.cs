using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Services.Data;

/// <summary>The rows of one negotiation, table by table, and a whole record in and out of them.</summary>
internal static class RecordTables
{
    /// <summary>The rows of one negotiation in the order in which they were entered.</summary>
    public static IQueryable<T> Of<T>(this TrackerContext context, int negotiationId) where T : class => context.Set<T>()
        .Where(row => EF.Property<int>(row, RecordMapping.NegotiationId) == negotiationId)
        .OrderBy(row => EF.Property<int>(row, RecordMapping.Ordinal));

    /// <summary>Loads a whole record; call it in a snapshot, for it reads table after table.</summary>
    public static async Task<NegotiationRecord> LoadAsync(
        this TrackerContext context, Negotiation negotiation, int negotiationId, CancellationToken cancellationToken)
    {
        return new NegotiationRecord
        {
            Negotiation = negotiation,
            Sources = await All<Source>(),
            Parties = await All<Party>(),
            Delegates = await All<PartyDelegate>(),
            Dyads = await All<Dyad>(),
            Issues = await All<Issue>(),
            AgendaVersions = await All<AgendaVersion>(),
            StatusEvents = await All<StatusEvent>(),
            Positions = await All<Position>(),
            WorkingGroups = await All<WorkingGroup>(),
            Rounds = await All<Round>(),
            Drafts = await All<Draft>(),
            Offers = await All<Offer>(),
            Claims = await All<Claim>(),
        };

        async Task<IReadOnlyList<T>> All<T>() where T : class =>
            await context.Of<T>(negotiationId).AsNoTracking().ToListAsync(cancellationToken);
    }

    /// <summary>Adds all rows of a record to the context, to be saved.</summary>
    public static void Add(this TrackerContext context, NegotiationRecord record, int negotiationId)
    {
        All(record.Sources);
        All(record.Parties);
        All(record.Delegates);
        All(record.Dyads);
        All(record.Issues);
        All(record.AgendaVersions);
        All(record.StatusEvents);
        All(record.Positions);
        All(record.WorkingGroups);
        All(record.Rounds);
        All(record.Drafts);
        All(record.Offers);
        All(record.Claims);

        void All<T>(IReadOnlyList<T> rows) where T : class
        {
            for (var i = 0; i < rows.Count; i++)
            {
                var entry = context.Entry(rows[i]);
                entry.Property(RecordMapping.NegotiationId).CurrentValue = negotiationId;
                entry.Property(RecordMapping.Ordinal).CurrentValue = i;
                entry.State = EntityState.Added;
            }
        }
    }
}
