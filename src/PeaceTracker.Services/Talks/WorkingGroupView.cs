using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Talks;

/// <summary>One working group on a date: what it works on, when it met, what came out of it.</summary>
public sealed record WorkingGroupView
{
    private WorkingGroupView()
    {
    }

    /// <summary>The group, with its outputs up to the date.</summary>
    public required WorkingGroup Group { get; init; }

    /// <summary>Its issues as they stand.</summary>
    public required IReadOnlyList<IssueStanding> Issues { get; init; }

    /// <summary>The rounds in which it met or is to meet, newest first.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>The drafts it writes, with their versions.</summary>
    public required IReadOnlyList<Draft> Drafts { get; init; }

    /// <summary>What came out of it, newest first; the draft where it is one that is on the board by the date.</summary>
    public required IReadOnlyList<(GroupOutput Output, Draft? Draft)> Outputs { get; init; }

    /// <summary>The usual order: those at work first, then those that ended.</summary>
    public static TableOrder<GroupSort> Usual { get; } = new(GroupSort.Output) { UsualIsNoColumn = true };

    /// <summary>The groups of a board: those at work first, then those that ended; else in the order of the record.</summary>
    public static IReadOnlyList<WorkingGroupView> Of(BoardSnapshot at)
    {
        var drafts = at.Drafts.ToList();
        var rounds = at.Rounds.Reverse().ToList();
        return
        [
            .. at.WorkingGroups.OrderBy(g => g.Until is not null).Select(g => new WorkingGroupView
            {
                Group = g,
                Issues = IssuesOf.Keys(at, g.IssueKeys),
                Rounds = [.. rounds.Where(r => r.WorkingGroupKeys.Contains(g.Key))],
                Drafts = [.. drafts.Where(d => d.WorkingGroupKey == g.Key)],
                Outputs = [.. g.Outputs.OrderByDescending(o => o.Date).Select(o => (o, drafts.Find(d => d.Key == o.DraftKey)))],
            }),
        ];
    }

    /// <summary>Those that a query asks for, in its order.</summary>
    public static IReadOnlyList<WorkingGroupView> Of(BoardSnapshot at, GroupQuery query) =>
        query.Order.Sorted(Of(at).Where(v => query.Fits(v.Group)), query.Order.By switch
        {
            GroupSort.Listed => _ => null,
            GroupSort.Name => v => v.Group.Name,
            GroupSort.Output => v => v.Outputs.Count > 0 ? v.Outputs[0].Output.Date : null,
        });

    /// <summary>One group; null where the key is none of those known by the date.</summary>
    public static WorkingGroupView? Of(BoardSnapshot at, string key) => Of(at).FirstOrDefault(v => v.Group.Key == key);
}

/// <summary>By what working groups are ordered.</summary>
public enum GroupSort
{
    /// <summary>Those at work first, else as in the record.</summary>
    Listed,
    /// <summary>The name.</summary>
    Name,
    /// <summary>The day of the latest output.</summary>
    Output,
}
