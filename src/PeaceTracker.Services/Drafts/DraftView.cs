using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;
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

    /// <summary>Keys of the principals of which it is not known whether they have seen a version, by its number.</summary>
    public required ILookup<int, string> NotKnown { get; init; }

    /// <summary>The issues it covers, as they stand.</summary>
    public required IReadOnlyList<IssueStanding> Issues { get; init; }

    /// <summary>The working group that writes it; null where none does or the group is not known by the date.</summary>
    public required WorkingGroup? WorkingGroup { get; init; }

    /// <summary>Claims about the draft, newest first.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>The usual order: the newest version first.</summary>
    public static TableOrder<DraftSort> Usual { get; } = new(DraftSort.Version);

    /// <summary>The drafts of a board that a query asks for, in its order.</summary>
    public static IReadOnlyList<DraftView> Of(BoardSnapshot at, DraftQuery query) =>
        query.Order.Sorted(at.Drafts.Where(query.Fits).Select(d => Of(at, d)).OrderByDescending(v => v.Latest.Date), query.Order.By switch
        {
            DraftSort.Version => v => v.Latest.Date,
            DraftSort.Title => v => v.Draft.Title,
        });

    /// <summary>One draft; null where the key is none of those with a version by the date.</summary>
    public static DraftView? Of(BoardSnapshot at, string key) => at.Drafts.FirstOrDefault(d => d.Key == key) is { } draft ? Of(at, draft) : null;

    private static IEnumerable<string> Principals(BoardSnapshot at) =>
        at.Parties.Where(party => party.Roles.Any(role => role.Role == Role.Principal)).Select(party => party.Key);

    private static DraftView Of(BoardSnapshot at, Draft draft) => new()
    {
        Draft = draft,
        NotKnown = draft.Versions.SelectMany(
            version => Principals(at).Where(key => !version.HeldByKeys.Contains(key) && !version.NotSeenByKeys.Contains(key)
                && !version.SeenBy.Any(seen => seen.PartyKey == key)),
            (version, key) => (version.Number, key)).ToLookup(x => x.Number, x => x.key),
        Issues = IssuesOf.Keys(at, draft.IssueKeys),
        Claims = [.. at.Claims.Where(claim => claim.DraftKey == draft.Key)],
        WorkingGroup = at.WorkingGroups.FirstOrDefault(g => g.Key == draft.WorkingGroupKey),
    };
}

/// <summary>The columns by which drafts are ordered.</summary>
public enum DraftSort
{
    /// <summary>The date of the newest version.</summary>
    Version,
    /// <summary>The title.</summary>
    Title,
}
