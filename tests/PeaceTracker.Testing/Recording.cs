using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;

namespace PeaceTracker.Testing;

/// <summary>Writes a change to a running store as its writers do: entries, change row and number in one transaction, then the bus.</summary>
public static class Recording
{
    /// <summary>Records a change of a negotiation, with a status event where one is given; returns its number.</summary>
    public static async Task<long> RecordAsync(
        this IServiceProvider services, string slug, string summary, StatusEvent? entry = null, CancellationToken cancellationToken = default)
    {
        await using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        var context = turn.Context;
        var negotiation = context.Entry(await context.Set<Negotiation>().SingleAsync(n => n.Slug == slug, cancellationToken));
        var id = negotiation.Property<int>(NegotiationsMapping.Id).CurrentValue;
        var number = 1 + await context.Changes.MaxAsync(c => c.Number, cancellationToken);
        var change = context.Add(new Change
        {
            Number = number,
            RecordedAt = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
            RecordedBy = "editor",
            What = "outcome-recorded",
            Summary = summary,
        });
        change.Property(RecordMapping.NegotiationId).CurrentValue = id;
        if (entry is not null)
        {
            var row = context.Entry(entry);
            row.Property(RecordMapping.NegotiationId).CurrentValue = id;
            row.Property(RecordMapping.Ordinal).CurrentValue = await context.RowsOf<StatusEvent>(id).CountAsync(cancellationToken);
            row.State = EntityState.Added;
        }

        negotiation.Property(NegotiationsMapping.ChangeNumber).CurrentValue = number;
        await turn.SaveAsync(cancellationToken);
        services.GetRequiredService<ChangeBus>().Publish(number);
        return number;
    }
}
