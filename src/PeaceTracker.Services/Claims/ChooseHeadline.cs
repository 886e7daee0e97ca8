using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Claims;

/// <summary>Chooses the claim that stands beside the computed share, or goes back to the usual one. It heads every summary of the board, so where
/// approval is asked for it is for managers.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="ClaimKey">Key of the claim; null for the usual one.</param>
/// <param name="Reason">Why this one; null where no reason is given.</param>
/// <param name="Seen">How many choices there were when the form was opened.</param>
public sealed record ChooseHeadline(string Slug, string? ClaimKey, string? Reason, int Seen) : BoardCommand(Slug)
{
    /// <inheritdoc />
    public override string What => "headline-claim-chosen";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var negotiation = edit.Record.Negotiation;
        if (negotiation.HeadlineChoices.Count != Seen)
        {
            return SaveResult.Refuse("Somebody else has chosen the headline claim in the meantime. Reload this page to see which.");
        }

        if (Refusal(edit, ClaimKey) is { } sentence)
        {
            return SaveResult.Refuse(sentence, "claim");
        }

        Enter(edit, ClaimKey, Reason);
        return null;
    }

    internal override string Summary(RecordEdit edit) => ClaimKey is { } key && Standing(edit, key) is { } claim
        ? $"Headline claim chosen: {claim.ClaimantNames}, {claim.FigureText}, of {claim.OccurredOn:yyyy-MM-dd}."
        : "Headline claim chosen: back to the newest about the whole or a required pair.";

    /// <summary>Why a claim can't be chosen, in a sentence; null where it can.</summary>
    internal static string? Refusal(RecordEdit edit, string? claimKey)
    {
        var newest = edit.Record.Negotiation.HeadlineChoices is [.., var last] ? last.ClaimKey : null;
        if (claimKey is null)
        {
            return newest is null ? "The newest about the whole or a required pair is already shown. Choose another claim." : null;
        }

        return Standing(edit, claimKey) switch
        {
            null => "This claim was corrected or retracted. Choose another.",
            { IsOfPart: true } => "This claim is about issues or a document: it is shown on their pages, not as the headline. Choose another.",
            { HasFigure: false } => "This claim gives no figure. Choose one that does.",
            { Key: var key } => newest is not null && Standing(edit, newest)?.Key == key ? "This claim is already chosen. Choose another." : null,
        };
    }

    /// <summary>Adds the choice to the record.</summary>
    internal static void Enter(RecordEdit edit, string? claimKey, string? reason)
    {
        var choice = new HeadlineChoice
        {
            ClaimKey = claimKey, Reason = FormCheck.Optional(reason), RecordedAt = edit.Now, RecordedBy = edit.By,
        };
        var negotiation = edit.Record.Negotiation;
        edit.Replace(negotiation with { HeadlineChoices = [.. negotiation.HeadlineChoices, choice] });
    }

    private static Claim? Standing(RecordEdit edit, string key) => LiveEntries.InPlace(edit.Record.Claims, null).GetValueOrDefault(key);
}
