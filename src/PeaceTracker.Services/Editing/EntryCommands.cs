using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;

namespace PeaceTracker.Services.Editing;

/// <summary>Records that the world moved: a status event, a position or a claim.</summary>
public sealed record AddEntry<T>(string Slug, T Entry) : BoardCommand(Slug) where T : class, IEntry<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-recorded";

    // Not even a manager records evidence alone; what an editor may do alone asks for no second person.
    internal override bool SkipsApproval =>
        RowRights.ToChange(RecordSections.Of<T>(), requiresApproval: true) > AccountRole.Editor;

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (Entry.Kind != EntryKind.Change)
        {
            return SaveResult.Refuse("A new entry is a change. Correct or retract an entry from its history.", "kind");
        }

        edit.Add(Entry);
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{RecordSections.Of<T>().Capital()} recorded: {edit.Rows.Single().Key}.";
}

/// <summary>Corrects an entry: our record was wrong, and <paramref name="Entry"/> stands in its place.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Entry">The correction; its kind and what it supersedes are set here.</param>
/// <param name="SupersedesKey">The entry that was wrong.</param>
/// <param name="Reason">What was wrong, in one sentence.</param>
public sealed record CorrectEntry<T>(string Slug, T Entry, string SupersedesKey, string Reason) : BoardCommand(Slug) where T : class, IEntry<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-corrected";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (EntryChain.Refuse<T>(edit, SupersedesKey, Reason) is { } refusal)
        {
            return refusal;
        }

        // What was said before the negotiation began can be recorded as such; what happened in it was not before it.
        var begun = edit.Record.Negotiation.StartedOn;
        if (new DateAsKnown(Entry.OccurredOn, Entry.Precision).Last < begun
            && edit.Record.Rows<T>().First(e => e.Key == SupersedesKey).OccurredOn >= begun)
        {
            return SaveResult.Refuse(
                $"{Entry.OccurredOn:yyyy-MM-dd} is before the negotiation’s first day, {begun:yyyy-MM-dd}. Give a later day; what happened before it "
                + "is an entry of its own.",
                "occurredOn");
        }

        edit.Add(Entry.Superseding(EntryKind.Correction, SupersedesKey, Reason).WithKey(""));
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{RecordSections.Of<T>().Capital()} {SupersedesKey} corrected: {Reason}";
}

/// <summary>Retracts an entry: it should not have been made and no longer counts.</summary>
public sealed record RetractEntry<T>(string Slug, string SupersedesKey, string Reason) : BoardCommand(Slug) where T : class, IEntry<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-retracted";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (EntryChain.Refuse<T>(edit, SupersedesKey, Reason) is { } refusal)
        {
            return refusal;
        }

        var entry = edit.Record.Rows<T>().First(e => e.Key == SupersedesKey);
        edit.Add(entry.Superseding(EntryKind.Retraction, SupersedesKey, Reason).WithKey(""));
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{RecordSections.Of<T>().Capital()} {SupersedesKey} retracted: {Reason}";
}

/// <summary>What holds for every correction and retraction.</summary>
internal static class EntryChain
{
    public static SaveResult? Refuse<T>(RecordEdit edit, string supersedesKey, string reason) where T : class, IEntry<T>
    {
        var entries = edit.Record.Rows<T>();
        if (entries.All(e => e.Key != supersedesKey))
        {
            return new SaveResult.Missing();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return SaveResult.Refuse("Say in one sentence what was wrong.", "reason");
        }

        // The last word in a chain is the one to correct: two that supersede the same entry would hide each other. An entry that stands again,
        // because its correction was retracted, is such a word.
        return entries.LastOrDefault(e => e.SupersedesKey == supersedesKey) is { } later
            && LiveEntries.Of(entries, null).All(e => e.Key != supersedesKey)
                ? new SaveResult.Conflict(later, "", null)
                : null;
    }
}
