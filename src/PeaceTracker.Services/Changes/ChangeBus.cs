namespace PeaceTracker.Services.Changes;

/// <summary>Says, within this process, that the store moved: the number of the newest change and nothing else. Listeners read again.</summary>
public sealed class ChangeBus
{
    private long _current;

    /// <summary>
    /// The name of the history that the numbers belong to: another one where another store was put in the place of this one. The same for all
    /// who work on one database server.
    /// </summary>
    public string History { get; internal set; } = "";

    /// <summary>Raised after each change, with its number, on the thread that made it.</summary>
    public event Action<long>? Moved;

    /// <summary>The number of the newest change published here; 0 where none was since the start.</summary>
    public long Current => Interlocked.Read(ref _current);

    /// <summary>Publishes a change that is committed; what is known already is not told again.</summary>
    public void Publish(long number)
    {
        for (var known = Current; number > known; known = Current)
        {
            if (Interlocked.CompareExchange(ref _current, number, known) == known)
            {
                Moved?.Invoke(number);
                return;
            }
        }
    }
}
