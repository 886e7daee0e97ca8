using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Drafts;

/// <summary>A draft with its versions while it is typed.</summary>
public sealed class DraftForm
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Key of the working group that writes it.</summary>
    public string? WorkingGroupKey { get; set; }

    /// <summary>Keys of the issues it covers.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>Its versions, in their order: the first is number 1.</summary>
    public List<DraftVersionForm> Versions { get; set; } = [];

    /// <summary>The form of a draft.</summary>
    public static DraftForm Of(Draft draft) => new()
    {
        Title = draft.Title, WorkingGroupKey = draft.WorkingGroupKey, IssueKeys = draft.IssueKeys,
        Versions = [.. draft.Versions.Select(DraftVersionForm.Of)],
    };

    /// <summary>The draft; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public Draft ToRow(FormCheck check, Draft? original = null) => new()
    {
        Key = original?.Key ?? "",
        RecordedAt = original?.RecordedAt ?? default,
        Title = check.Need("title", Title, "Give the draft a title, such as “Text on territory”."),
        WorkingGroupKey = FormCheck.Optional(WorkingGroupKey),
        IssueKeys = [.. IssueKeys],
        Versions = [.. Versions.Select((version, i) => version.ToRow(i + 1, check, $"versions[{i}]"))],
    };
}
