using Microsoft.Extensions.Logging;

namespace PeaceTracker.Services.Data;

/// <summary>
/// The line to the database, as far as this process knows. While it is cut, what is kept is shown on, and marked; whoever needs the database is
/// let through once a second, so that its return is noticed whoever comes.
/// </summary>
public sealed class StoreLine(StoreDatabase database, TimeProvider clock, ILogger<StoreLine> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _tried;

    /// <summary>Since when the database could not be reached (UTC); null while it can.</summary>
    public DateTime? AwaySince { get; private set; }

    /// <summary>Whether other processes write to the database, too.</summary>
    public bool IsShared => database.IsShared;

    /// <summary>Whether a fault says that the database can't be reached at the moment, or that what was asked has to be asked again.</summary>
    public bool IsCut(Exception fault) => database.IsAway(fault);

    /// <summary>Whether to ask the database now: as long as it answers, and once a second while it does not.</summary>
    internal bool MayAsk()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (AwaySince is not null && now - _tried < Pause)
            {
                return false;
            }

            _tried = now;
            return true;
        }
    }

    /// <summary>Takes note of a fault; false where it says nothing of the line.</summary>
    internal bool Lost(Exception fault)
    {
        if (!IsCut(fault))
        {
            return false;
        }

        lock (_lock)
        {
            if (AwaySince is null)
            {
                (AwaySince, _tried) = (clock.GetUtcNow().UtcDateTime, clock.GetUtcNow());
                logger.LogWarning("The database can’t be reached ({Fault}); what is kept is shown on", fault.GetBaseException().Message);
            }
        }

        return true;
    }

    /// <summary>The database has answered.</summary>
    internal void Found()
    {
        lock (_lock)
        {
            if (AwaySince is { } since)
            {
                AwaySince = null;
                logger.LogInformation("The database is back after {Seconds:0.0} s", (clock.GetUtcNow().UtcDateTime - since).TotalSeconds);
            }
        }
    }

    /// <summary>What the database answers; what is kept where it can't be reached, and the fault where nothing is.</summary>
    internal async Task<T> AskAsync<T>(Func<Task<T>> ask, Func<T?> kept) where T : class
    {
        if (!MayAsk() && kept() is { } known)
        {
            return known;
        }

        try
        {
            var answer = await ask();
            Found();
            return answer;
        }
        catch (Exception fault) when (Lost(fault) && kept() is not null)
        {
            return kept()!;
        }
    }
}
