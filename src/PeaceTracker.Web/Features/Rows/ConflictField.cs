namespace PeaceTracker.Web.Features.Rows;

/// <summary>A field that somebody else has changed while it was being edited.</summary>
/// <param name="Path">Its path, as in the errors.</param>
/// <param name="Field">Its label.</param>
/// <param name="Then">In words, what it was when the form was opened.</param>
/// <param name="Now">In words, what it is now.</param>
/// <param name="Mine">In words, what the editor wrote.</param>
/// <param name="IsChosen">Whether one of the two is chosen; what follows from other fields is only shown.</param>
public sealed record ConflictField(string Path, string Field, string Then, string Now, string Mine, bool IsChosen = true);
