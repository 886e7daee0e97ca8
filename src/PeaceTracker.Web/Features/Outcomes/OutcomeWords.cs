using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Web.Features.Editing.Fields;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Outcomes;

/// <summary>Outcomes on their way to the board in words.</summary>
public static class OutcomeWords
{
    /// <summary>What it is about.</summary>
    public static string Title(IStringLocalizer<Text> l, Outcome outcome) => outcome.Title.Length > 0 ? outcome.Title : l["Between rounds"];

    /// <summary>What is typed of an issue that moved, in a few words.</summary>
    public static string StatusEvent(IStringLocalizer<Text> l, Board board, StatusEventForm entry)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(entry);
        var (issue, dyad) = (Name(entry.IssueKey, board.Issues, i => i.Title), Name(entry.DyadKey, board.Dyads, board.DyadName));
        return string.Join(" · ", new[] { issue, dyad, entry.Level is { } level ? l.Word(level) : "" }.Where(part => part.Length > 0));
    }

    /// <summary>The name of what a key stands for; empty where it stands for nothing yet.</summary>
    public static string Name<T>(string? key, IReadOnlyDictionary<string, T> all, Func<T, string> name) where T : class =>
        key is not null && all.TryGetValue(key, out var found) ? name(found) : "";

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
        OutcomeSave.NotAllowed { Reason: NotAllowedReason.SignedOut } => l["You are no longer signed in, or your account was disabled."],
        OutcomeSave.NotAllowed => l["Your account is not allowed to do this now. Ask an administrator if it should."],
        OutcomeSave.Refused refused => string.Join(' ', refused.Errors.Select(e => e.Message)),
        _ => l["It was published, submitted or discarded in another window in the meantime."],
    };

    /// <summary>The claims of an outcome that can be chosen to head the board. Those that were begun before claims had names can be once they are
    /// on the board.</summary>
    public static IEnumerable<KeyedItem> NewClaims(IStringLocalizer<Text> l, OutcomeForm form) =>
        form.Claims.Where(claim => claim.Key.Length > 0).Select(claim => new KeyedItem(
            claim.Key, l["New: {0}, {1} of {2}", string.Join(", ", claim.Claimants.Select(c => c.Name)), claim.Figure, claim.OfWhat]));
}
