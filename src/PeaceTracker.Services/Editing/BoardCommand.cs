using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Editing;

/// <summary>One thing that a person asks of a negotiation's board; <see cref="BoardEditor"/> carries it out, all of it or nothing.</summary>
/// <param name="Slug">The negotiation.</param>
public abstract record BoardCommand(string Slug)
{
    /// <summary>The same for every attempt to save one form, so that a double click saves once.</summary>
    public Guid Once { get; init; } = Guid.NewGuid();

    /// <summary>The least role that may do it.</summary>
    public virtual AccountRole Needs => AccountRole.Editor;

    /// <summary>What kind of change it is, in kebab case: "party-edited".</summary>
    public abstract string What { get; }

    /// <summary>Changes the record; returns a refusal where that can't be done, and null where it was.</summary>
    internal abstract SaveResult? Apply(RecordEdit edit);

    /// <summary>What changed, in one sentence, said after <see cref="Apply"/>.</summary>
    internal abstract string Summary(RecordEdit edit);
}
