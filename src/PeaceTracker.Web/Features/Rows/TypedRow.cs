using PeaceTracker.Services.Editing;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>What is typed into the form of a row.</summary>
/// <param name="Form">The fields.</param>
/// <param name="Judgement">Since when what was judged otherwise holds.</param>
/// <param name="Original">The row that the form was opened on, as text; null for a new one. What was typed before somebody else changed that
/// row is saved against this, so that the change is seen.</param>
public sealed record TypedRow<TForm>(TForm Form, JudgementForm Judgement, string? Original);

/// <summary>What is typed into the form of an entry.</summary>
/// <param name="Form">The fields.</param>
/// <param name="Corrects">Key of the entry that was to be corrected when the form was opened; null for a new one.</param>
/// <param name="Reason">What was wrong with it.</param>
public sealed record TypedEntry<TForm>(TForm Form, string? Corrects, string Reason);
