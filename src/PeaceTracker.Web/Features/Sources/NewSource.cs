using PeaceTracker.Services.Sources;

namespace PeaceTracker.Web.Features.Sources;

/// <summary>Takes a new source into the form that is open, with which it goes to the board, and gives back the key by which the form cites it.
/// Cascaded by such a form; in all others a new source goes to the board at once.</summary>
public delegate string TakesSource(SourceForm source);

/// <summary>The source that is cited from now on.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Said">What became of it, in a sentence.</param>
public sealed record Cited(string Key, string Said);
