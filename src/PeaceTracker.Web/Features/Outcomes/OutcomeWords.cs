using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
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

    /// <summary>What is unusual about a status event.</summary>
    public static string Warning(IStringLocalizer<Text> l, StatusEventWarning warning, Board board) => warning switch
    {
        StatusEventWarning.Falls falls =>
            l["It falls: until then it stood at “{0}”. If our record was wrong, correct the earlier entry instead.", l.Word(falls.From)],
        StatusEventWarning.Jumps jumps =>
            l["It rises two levels or more at once, from “{0}”. Is a step in between missing?", l.Word(jumps.From)],
        StatusEventWarning.Contests contests =>
            l["For the same day “{0}” is recorded already. The weaker of both will be shown, as contested.", l.Word(contests.Other)],
        StatusEventWarning.BeforeTheLast before =>
            l["It is dated before the newest step, of {0}. The board of today stays as it is.", l.Date(before.Last.On, before.Last.Precision)],
        StatusEventWarning.OneSided one => l[
            "Own words of {0} accepting this are not recorded. If one side alone says so, the basis is “One-sided”.",
            board.Parties[one.Silent].Name],
        _ => l["That is how it stands already."],
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
