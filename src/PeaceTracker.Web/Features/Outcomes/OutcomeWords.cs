using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Outcomes;

/// <summary>Outcomes on their way to the board in words.</summary>
public static class OutcomeWords
{
    /// <summary>What it is about.</summary>
    public static string Title(IStringLocalizer<Text> l, Outcome outcome) => outcome.Title.Length > 0 ? outcome.Title : l["Between rounds"];

    /// <summary>Where it is on its way.</summary>
    public static string State(IStringLocalizer<Text> l, Outcome outcome) => outcome.State switch
    {
        OutcomeState.Submitted => l["waits for approval"],
        OutcomeState.Returned => l["returned by {0}", outcome.DecidedBy ?? ""],
        OutcomeState.Published => l["on the board"],
        OutcomeState.Discarded => l["discarded"],
        OutcomeState.Draft => l["being typed"],
    };

    /// <summary>Why an outcome could not be kept, submitted, returned or discarded; null where it was.</summary>
    public static string? Refusal(IStringLocalizer<Text> l, OutcomeSave? result) => result switch
    {
        null or OutcomeSave.Kept => null,
        OutcomeSave.ElsewhereToo elsewhere => l["It was changed in another window on {0}.", l.Stamp(elsewhere.At)],
        OutcomeSave.NotAllowed { Reason: NotAllowedReason.SignedOut } => l["You are not signed in any more, or your account was disabled."],
        OutcomeSave.NotAllowed => l["Your account may not do this now. Ask an administrator if it should."],
        OutcomeSave.Refused refused => string.Join(' ', refused.Errors.Select(e => e.Message)),
        _ => l["It was published, submitted or discarded in another window meanwhile."],
    };
}
