namespace PeaceTracker.Web.Features.Editing;

/// <summary>A reason while it is typed, kept by whoever asks for it.</summary>
public sealed class KeptReason
{
    /// <summary>What was typed.</summary>
    public string Text { get; set; } = "";
}
