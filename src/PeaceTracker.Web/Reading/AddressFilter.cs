namespace PeaceTracker.Web.Reading;

/// <summary>A filter that an address can set.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Value">Its value there; null where it is not set.</param>
/// <param name="Without">What is asked where this one is taken away.</param>
public sealed record AddressFilter<TQuery>(string Name, string? Value, TQuery Without);
