using PeaceTracker.Services.Outgoing;

namespace PeaceTracker.Services.Mail;

/// <summary>Why a mail could not be handed on.</summary>
public enum MailFault
{
    /// <summary>The mail server can't be reached, or not by an encrypted line.</summary>
    NoConnection,
    /// <summary>The mail server does not let the program in.</summary>
    SignIn,
    /// <summary>The mail server does not take mail to this address.</summary>
    Address,
    /// <summary>The mail server did not take the mail.</summary>
    NotTaken,
    /// <summary>The mail can’t be read with the keys that are here.</summary>
    NoKeys,
    /// <summary>Mails to this address came back afterwards, as an administrator says: it stands for them until the address works again.</summary>
    CameBack,
}

/// <summary>A mail on its way: kept until the mail server has it, sealed, for it may hold an invitation’s link.</summary>
public sealed class OutgoingMail : OutgoingItem
{
    private static readonly RetryPauses Pauses = new(
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)],
        TimeSpan.FromDays(5));

    /// <summary>The account to whose address it goes; null where it goes to <see cref="Address"/>.</summary>
    public string? AccountId { get; init; }

    /// <summary>The address to which it goes, where that is none of an account.</summary>
    public string? Address { get; init; }

    /// <summary>What it says; empty once it was given up.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public MailFault? Fault { get; set; }

    /// <summary>
    /// How long to wait after so many failed attempts at a mail of that age; null where it is given up: at once where the address is refused,
    /// otherwise after five days.
    /// </summary>
    public static TimeSpan? Pause(MailFault fault, int tries, TimeSpan age) =>
        fault == MailFault.Address ? null : Pauses.After(tries, age);
}

/// <summary>What a mail says.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its words, for readers without HTML.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="Unsubscribe">The address at which one click ends such mails; null where there is none to end.</param>
public sealed record MailContent(string Subject, string Text, string Html, string? Unsubscribe)
{
    /// <summary>What it tells of: asked for again when it is handed on. Empty where it is of nothing that is followed.</summary>
    public IReadOnlyList<ToldFollow> Of { get; init; } = [];
}

/// <summary>Something followed of which a mail tells.</summary>
/// <param name="Id">The number of the follow.</param>
/// <param name="From">The number of the change after which the mail begins.</param>
public sealed record ToldFollow(int Id, long From);
