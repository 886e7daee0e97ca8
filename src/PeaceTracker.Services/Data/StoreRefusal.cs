namespace PeaceTracker.Services.Data;

#pragma warning disable CA1710 // It is what happens, in our words; "StoreRefusalException" says no more.
/// <summary>
/// The store can't be started, and was left as it was. The message is one sentence for the person who starts the program: what is wrong and
/// what to do.
/// </summary>
public sealed class StoreRefusal : Exception
#pragma warning restore CA1710
{
    /// <summary>A refusal that says why.</summary>
    public StoreRefusal(string message)
        : base(message)
    {
    }

    /// <summary>A refusal that says why, with the fault beneath it for the log.</summary>
    public StoreRefusal(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
