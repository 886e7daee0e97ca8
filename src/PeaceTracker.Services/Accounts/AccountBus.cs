namespace PeaceTracker.Services.Accounts;

/// <summary>
/// Says, within this process, that what an account may do has changed: a role, a disabled account, ended sessions, or that it is new.
/// </summary>
public sealed class AccountBus
{
    /// <summary>Raised with the account's id after the change is committed, on the thread that made it.</summary>
    public event Action<string>? Moved;

    /// <summary>Raised with the name of a session that was ended by itself, likewise.</summary>
    public event Action<string>? SessionEnded;

    /// <summary>Publishes a change that is committed.</summary>
    public void Publish(string accountId) => Moved?.Invoke(accountId);

    /// <summary>Publishes the end of one session.</summary>
    public void PublishEnd(string session) => SessionEnded?.Invoke(session);
}
