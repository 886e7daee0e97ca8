using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Editing;

/// <summary>All that is asked of a command before anything is written: rights, approval, the command's own sentences, the rules.</summary>
internal static class CommandCheck
{
    /// <summary>
    /// What the command makes of the record; or why it is refused, and the role that it needs. Where it <paramref name="submits"/>, it is only looked
    /// at whether it could be published: who decides is somebody else.
    /// </summary>
    public static (RecordEdit? Edit, SaveResult? Refusal, AccountRole Needs) Ask(
        BoardCommand command, Board? board, Account account, DateTime now, bool submits = false)
    {
        var approval = board?.Negotiation.RequiresApproval == true && !submits;
        // Refused to everybody: managers, too, have what they record looked at.
        if (approval && command.SkipsApproval)
        {
            return (null, SaveResult.Refuse("This negotiation needs a second person’s approval. Record it as an outcome of talks and submit that."),
                command.Needs);
        }

        var (edit, refusal) = Apply(command, board, now, account.DisplayName);
        // Asked of the rows themselves, so that no command can forget it.
        var needs = !approval || edit is null ? command.Needs
            : edit.Rows.Select(row => RowRights.ToWrite(row.In, row.Before, row.After, approval)).Append(command.Needs).Max();
        return Forbidden(account, needs) is { } beyond ? (null, beyond, needs) : (edit, refusal, needs);
    }

    /// <summary>What the command makes of the record, whoever asks.</summary>
    public static (RecordEdit? Edit, SaveResult? Refusal) Apply(BoardCommand command, Board? board, DateTime now, string savedBy)
    {
        var by = command.RecordedFor ?? savedBy;
        if (command is AddNegotiation added)
        {
            if (board is not null)
            {
                return (null, SaveResult.Refuse($"There is already a negotiation “{command.Slug}”. Choose another slug.", "slug"));
            }

            var begun = new RecordEdit(new NegotiationRecord { Negotiation = added.Negotiation }, now, by, savedBy);
            added.Apply(begun);
            var broken = begun.CheckAll();
            return (begun, Refused(command.FormErrors, broken));
        }

        if (board is null)
        {
            return (null, new SaveResult.Missing());
        }

        var edit = new RecordEdit(board.Record, now, by, savedBy);
        if (command.Apply(edit) is { } refused)
        {
            return (edit, refused);
        }

        return (edit, Refused([.. command.FormErrors, .. edit.FormErrors], [.. edit.Check(), .. edit.NotYet()]));
    }

    /// <summary>Why an account may not do what needs a role; null where it may.</summary>
    public static SaveResult.NotAllowed? Forbidden(Account? account, AccountRole needs) => account switch
    {
        null => new SaveResult.NotAllowed(NotAllowedReason.SignedOut),
        { DisabledAt: not null } => new SaveResult.NotAllowed(NotAllowedReason.Disabled),
        _ when account.Role < needs => new SaveResult.NotAllowed(NotAllowedReason.Role),
        _ => null,
    };

    // Of two reasons at one field the form's own comes first: "choose a date" says more than what is wrong with none.
    private static SaveResult.Refused? Refused(IReadOnlyList<FieldError> form, IReadOnlyList<FieldError> broken)
    {
        var missing = form.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        FieldError[] errors = [.. form, .. broken.Where(e => e.Path.Length == 0 || !missing.Contains(e.Path))];
        return errors.Length == 0 ? null : new SaveResult.Refused(errors);
    }
}
