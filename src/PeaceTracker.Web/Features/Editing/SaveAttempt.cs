using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>What a form knows of its saving: the one attempt that is under way, what was refused, and the conflict that is to be settled.</summary>
public sealed class SaveAttempt(IStringLocalizer<Text> l)
{
    private Guid once = Guid.NewGuid();

    /// <summary>What the last attempt was refused for.</summary>
    public FieldErrors Errors { get; private set; } = new();

    /// <summary>That somebody else changed the same meanwhile; null where nothing is to be settled.</summary>
    public SaveResult.Conflict? Conflict { get; private set; }

    /// <summary>Runs the command; null where nothing was saved, and <see cref="Errors"/> or <see cref="Conflict"/> then say why.</summary>
    public async Task<SaveResult.Saved?> RunAsync(BoardEditor editor, BoardCommand command, string accountId,
        CancellationToken cancellationToken = default)
    {
        var result = await editor.RunAsync(command with { Once = once }, accountId, cancellationToken);
        if (result is not (SaveResult.Saved or SaveResult.Unreachable))
        {
            once = Guid.NewGuid();
        }

        return Take(result);
    }

    /// <summary>Takes what became of a command that was run elsewhere; null where nothing was saved.</summary>
    public SaveResult.Saved? Take(SaveResult result)
    {
        Conflict = result as SaveResult.Conflict;
        Errors = result switch
        {
            SaveResult.Refused refused => new(refused.Errors),
            SaveResult.NotAllowed refusal => new([new FieldError("", Sentence(l, refusal.Reason))]),
            SaveResult.Missing =>
                new([new FieldError("", l["It is no longer on the board: somebody has retracted it. Copy what you want to keep."])]),
            SaveResult.Unreachable => new([new FieldError(
                "", l["The database can’t be reached at the moment. What you typed is still here. Save again in a minute: it is saved only once."])]),
            _ => new FieldErrors(),
        };
        return result as SaveResult.Saved;
    }

    /// <summary>Refuses the form as a whole, with a sentence.</summary>
    public void Refuse(string sentence) => (Conflict, Errors) = (null, new([new FieldError("", sentence)]));

    /// <summary>The conflict is settled; what was chosen is saved by another attempt.</summary>
    public void Settle() => Conflict = null;

    /// <summary>Why somebody may not save.</summary>
    public static string Sentence(IStringLocalizer<Text> l, NotAllowedReason reason) => reason switch
    {
        NotAllowedReason.SignedOut => l["You are no longer signed in. Sign in again: what you typed is here when you come back."],
        NotAllowedReason.Disabled => l["Your account was disabled, so this can’t be saved."],
        NotAllowedReason.Role =>
            l["Your account is not allowed to do this now. If the negotiation needs a second person’s approval, ask a manager; otherwise ask " +
                "an administrator."],
    };
}
