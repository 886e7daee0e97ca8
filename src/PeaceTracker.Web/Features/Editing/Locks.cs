namespace PeaceTracker.Web.Features.Editing;

/// <summary>What of a form is kept to managers, as the negotiation asks for a second person: its fields know before anything is typed.</summary>
/// <param name="Figures">Whether those fields are that move a figure.</param>
/// <param name="Outcomes">Whether those fields are that state an outcome.</param>
/// <param name="OutcomeHref">Where an outcome of talks is recorded instead.</param>
public sealed record Locks(bool Figures, bool Outcomes, string OutcomeHref);
