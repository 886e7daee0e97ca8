using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>
/// Lets what Identity's own store saves pass the write gate: it knows nothing of it. Only for contexts of its own: whoever holds
/// the gate already would wait for itself.
/// </summary>
internal sealed class GatedSaves(WriteGate gate) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, WriteTurn> _turns = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is TrackerContext context)
        {
            _turns.Add(context, await gate.EnterAsync(context, cancellationToken));
        }

        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Accounts are saved with SaveChangesAsync.");

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (Taken(eventData.Context!) is { } turn)
        {
            await using (turn)
            {
                await turn.CommitAsync(cancellationToken);
            }
        }

        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
        LeaveAsync(eventData.Context!);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) =>
        LeaveAsync(eventData.Context!);

    private async Task LeaveAsync(DbContext context)
    {
        if (Taken(context) is { } turn)
        {
            await turn.DisposeAsync();
        }
    }

    private WriteTurn? Taken(DbContext context)
    {
        if (_turns.TryGetValue(context, out var turn))
        {
            _turns.Remove(context);
        }

        return turn;
    }
}
