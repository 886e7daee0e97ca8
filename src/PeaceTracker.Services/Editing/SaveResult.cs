namespace PeaceTracker.Services.Editing;

/// <summary>What became of a command. Everything that can be expected is a value; an exception is a fault.</summary>
public abstract record SaveResult
{
    /// <summary>It is on the board.</summary>
    /// <param name="ChangeNumber">The number of the change.</param>
    /// <param name="Rows">The rows written, in the order of the command.</param>
    public sealed record Saved(long ChangeNumber, IReadOnlyList<SavedRow> Rows) : SaveResult
    {
        /// <summary>The key of the row that was typed at that place of the form: the one that it was given, where it is new.</summary>
        public string KeyAt(string place = "") => Rows.First(row => row.At == place).Key;
    }

    /// <summary>Nothing was written, for these reasons.</summary>
    public sealed record Refused(IReadOnlyList<FieldError> Errors) : SaveResult;

    /// <summary>Nothing was written: somebody else changed the row after the form was opened.</summary>
    /// <param name="Theirs">The row as it stands now, of the type that the command would save.</param>
    /// <param name="By">Who changed it; empty where that is not recorded.</param>
    /// <param name="At">When it was changed (UTC); null where that is not recorded.</param>
    public sealed record Conflict(object Theirs, string By, DateTime? At) : SaveResult;

    /// <summary>Nothing was written: the account may not do this now.</summary>
    public sealed record NotAllowed(NotAllowedReason Reason) : SaveResult;

    /// <summary>Nothing was written: what the command is about is not there.</summary>
    public sealed record Missing : SaveResult;

    /// <summary>Nothing was written: under the same <see cref="BoardCommand.Once"/> something else was asked and done.</summary>
    public sealed record AskedOtherwise : SaveResult;

    /// <summary>
    /// The database could not be reached. Nothing was saved, or it could not be told: the same command again, by the same
    /// <see cref="BoardCommand.Once"/>, saves it once in any case.
    /// </summary>
    public sealed record Unreachable : SaveResult;

    /// <summary>One refusal for the whole form.</summary>
    public static Refused Refuse(string message, string path = "") => new([new FieldError(path, message)]);
}

/// <summary>A row that was written.</summary>
/// <param name="Key">Its key.</param>
/// <param name="At">The place in the form where it was typed; empty where it is the whole form.</param>
public sealed record SavedRow(string Key, string At);

/// <summary>Why an account may not do something.</summary>
public enum NotAllowedReason
{
    /// <summary>Nobody is signed in, or the account is gone.</summary>
    SignedOut,
    /// <summary>The account was disabled.</summary>
    Disabled,
    /// <summary>The account's role has not the right.</summary>
    Role,
}

/// <summary>One reason why a form was refused.</summary>
/// <param name="Path">The field, in the names of the negotiation file and relative to the form: "citations[0].locator"; empty for the whole
/// form.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
public sealed record FieldError(string Path, string Message);
