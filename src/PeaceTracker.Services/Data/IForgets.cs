namespace PeaceTracker.Services.Data;

/// <summary>Keeps something for a time only.</summary>
public interface IForgets
{
    /// <summary>Forgets what is old enough now.</summary>
    Task ForgetAsync(CancellationToken cancellationToken);
}
