using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Issues;

/// <summary>Records where several issues stand, all or none. Evidence, so never past a second pair of eyes.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Entries">The status events, each with its place in the form.</param>
public sealed record RecordLevels(string Slug, IReadOnlyList<(string At, StatusEvent Entry)> Entries) : BoardCommand(Slug)
{
    /// <inheritdoc />
    public override string What => "levels-recorded";

    internal override bool SkipsApproval => true;

    internal override SaveResult? Apply(RecordEdit edit)
    {
        if (Entries.Count == 0)
        {
            return SaveResult.Refuse("Nothing has been entered yet: choose the level of an issue.");
        }

        foreach (var (at, entry) in Entries)
        {
            edit.Add(entry, at);
        }

        return null;
    }

    internal override string Summary(RecordEdit edit) =>
        Entries.Count == 1 ? "The level of 1 issue recorded." : $"{Entries.Count} levels recorded.";
}
