using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Services.Editing;

/// <summary>Puts a descriptive row back on the board that was retracted, with a reason.</summary>
public sealed record RestoreRow<T>(string Slug, string Key, string Reason) : BoardCommand(Slug) where T : class, IDescriptive<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-restored";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (edit.Record.Rows<T>().FirstOrDefault(r => r.Key == Key) is not { Retracted: not null } current)
        {
            return new SaveResult.Missing();
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            return SaveResult.Refuse("Say in one sentence why it is on the board again.", "reason");
        }

        edit.Replace(current.WithRetraction(null));
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{RecordSections.Of<T>().Capital()} “{edit.Rows.Single().After.Words}” restored: {Reason}";
}

/// <summary>Puts an entry back that was retracted: a correction of the retraction, which says again what the entry said.</summary>
public sealed record RestoreEntry<T>(string Slug, string RetractionKey, string Reason) : BoardCommand(Slug) where T : class, IEntry<T>
{
    /// <inheritdoc />
    public override string What => $"{RecordSections.Of<T>().Kebab()}-restored";

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (EntryChain.Refuse<T>(edit, RetractionKey, Reason) is { } refusal)
        {
            return refusal;
        }

        var entries = edit.Record.Rows<T>();
        var retraction = entries.First(e => e.Key == RetractionKey);
        if (retraction.Kind != EntryKind.Retraction)
        {
            return new SaveResult.Missing();
        }

        var entry = entries.First(e => e.Key == retraction.SupersedesKey);
        edit.Add(entry.Superseding(EntryKind.Correction, RetractionKey, Reason).WithKey(""));
        return null;
    }

    internal override string Summary(RecordEdit edit) => $"{RecordSections.Of<T>().Capital()} {RetractionKey} restored: {Reason}";
}
