using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing.Fields;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>A form's attempts to save: runs its command once for each press, and keeps what was refused and whom it ran into.</summary>
public sealed class SaveAttempt(BoardEditor editor, IStringLocalizer<Text> l)
{
    private Guid once = Guid.NewGuid();

    /// <summary>What was refused.</summary>
    public FieldErrors Errors { get; private set; } = new();

    /// <summary>The other version that was found; null where there was none.</summary>
    public SaveResult.Conflict? Conflict { get; private set; }

    /// <summary>Runs the command; null where nothing was saved, and <see cref="Errors"/> or <see cref="Conflict"/> says why.</summary>
    public async Task<SaveResult.Saved?> RunAsync(BoardCommand command, string accountId, CancellationToken cancellationToken = default)
    {
        (Errors, Conflict) = (new(), null);
        var result = await editor.RunAsync(command with { Once = once }, accountId, cancellationToken);
        if (result is SaveResult.Saved saved)
        {
            return saved;
        }

        once = Guid.NewGuid();
        if (result is SaveResult.Conflict conflict && command.FormErrors.Count == 0)
        {
            Conflict = conflict;
        }
        else
        {
            // What is missing in the form comes before the other version: a choice between halves would lose what was typed.
            Errors = new(result is SaveResult.Refused refused ? refused.Errors : command.FormErrors is [_, ..] missing ? missing : [new FieldError("", Sentence(result))]);
        }

        return null;
    }

    private string Sentence(SaveResult result) => result switch
    {
        SaveResult.NotAllowed { Reason: NotAllowedReason.SignedOut } => l["You are signed out. Sign in in another tab and save again."],
        SaveResult.NotAllowed { Reason: NotAllowedReason.Disabled } => l["Your account was disabled, so nothing can be saved."],
        SaveResult.NotAllowed => l["Your role has not the right to do this. Ask a manager or an administrator."],
        _ => l["It is not on the board any more. Copy what you want to keep, and go back to the list."],
    };
}
