using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Drafts;

/// <summary>One draft on a date, with its versions up to it.</summary>
public sealed record DraftView
{
    private DraftView()
    {
    }

    /// <summary>The draft; it has at least one version.</summary>
    public required Draft Draft { get; init; }

    /// <summary>The newest version.</summary>
    public DraftVersion Latest => Draft.Versions[^1];

    /// <summary>The issues it covers, as they stand.</summary>
    public required IReadOnlyList<IssueStanding> Issues { get; init; }

    /// <summary>The working group that writes it; null where none does or the group is not known by the date.</summary>
    public required WorkingGroup? WorkingGroup { get; init; }

    /// <summary>Claims about the draft, newest first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>The drafts of a board, the one with the newest version first.</summary>
    public static IReadOnlyList<DraftView> Of(BoardSnapshot at) =>
        [.. at.Drafts.Select(d => Of(at, d)).OrderByDescending(v => v.Latest.Date)];

    /// <summary>One draft; null where the key is none of those with a version by the date.</summary>
    public static DraftView? Of(BoardSnapshot at, string key) => at.Drafts.FirstOrDefault(d => d.Key == key) is { } draft ? Of(at, draft) : null;

    private static DraftView Of(BoardSnapshot at, Draft draft) => new()
    {
        Draft = draft,
        Issues = IssuesOf.Keys(at, draft.IssueKeys),
        Claims = [.. at.Claims.Where(claim => claim.DraftKey == draft.Key)],
        WorkingGroup = at.WorkingGroups.FirstOrDefault(g => g.Key == draft.WorkingGroupKey),
    };
}
