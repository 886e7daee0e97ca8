using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Editing;

/// <summary>One thing that a person asks of a negotiation's board; <see cref="BoardEditor"/> carries it out, all of it or nothing.</summary>
/// <param name="Slug">The negotiation.</param>
public abstract record BoardCommand(string Slug)
{
    /// <summary>The same for every attempt to save one form, so that a double click saves once.</summary>
    public Guid Once { get; init; } = Guid.NewGuid();

    /// <summary>A hash of all that was asked, where a program named the attempt itself; null where a form did.</summary>
    public string? Asked { get; init; }

    /// <summary>What is missing in the form that the command was made from; it is said together with the rules that are broken.</summary>
    public IReadOnlyList<FieldError> FormErrors { get; init; } = [];

    /// <summary>The form that it was typed into: what was kept of it goes with the change; null where nothing is kept.</summary>
    public string? TypedAt { get; init; }

    /// <summary>The least role that may do it.</summary>
    public virtual AccountRole Needs => AccountRole.Editor;

    /// <summary>What kind of change it is, in kebab case: "party-edited".</summary>
    public abstract string What { get; }

    /// <summary>Whether it moves the board past a second pair of eyes: refused where the negotiation requires approval.</summary>
    internal virtual bool SkipsApproval => false;

    /// <summary>The name under which it is recorded; null for that of the account.</summary>
    internal virtual string? RecordedFor => null;

    /// <summary>Told, while it is written, how many of its rows are.</summary>
    internal IProgress<int>? Written { get; init; }

    /// <summary>Whether nobody reads the board in this process, as at the command line: then it is not made ready for readers.</summary>
    internal bool Unread { get; init; }

    /// <summary>Whether who asked is told the keys of all rows that were written.</summary>
    internal virtual bool SaysRows => true;

    /// <summary>Changes the record; returns a refusal where that can't be done, and null where it was.</summary>
    internal abstract SaveResult? Apply(RecordEdit edit);

    /// <summary>What changed, in one sentence, said after <see cref="Apply"/>.</summary>
    internal abstract string Summary(RecordEdit edit);

    /// <summary>
    /// Writes what goes along with the change that has been given <paramref name="number"/>, in its transaction; returns a refusal, by which
    /// all of it is taken back, where it must not be made after all.
    /// </summary>
    internal virtual Task<SaveResult?> AlongAsync(
        TrackerContext context, Account account, RecordEdit edit, long number, CancellationToken cancellationToken) =>
        Task.FromResult<SaveResult?>(null);
}
