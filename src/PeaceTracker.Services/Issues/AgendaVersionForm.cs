using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Issues;

/// <summary>
/// A version of the agenda while it is typed. What changes against the version before is said once, as scope changes; the list of
/// issues follows from them, and only its order is the editor's.
/// </summary>
public sealed class AgendaVersionForm
{
    /// <summary>What the list is.</summary>
    public string Title { get; set; } = "";

    /// <summary>How many points the list has; null for as many as are named.</summary>
    public int? Points { get; set; }

    /// <summary>The first day on which it is in force.</summary>
    public DateOnly? InForceFrom { get; set; }

    /// <summary>Keys of the issues in scope, in order.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>How it differs from the version before it in time.</summary>
    public List<ScopeChangeForm> ScopeChanges { get; set; } = [];

    /// <summary>Whether no version is before it in time: it then differs from none, and what was typed of that is put aside.</summary>
    public bool IsFirst { get; set; }

    /// <summary>Whether the negotiators published the list.</summary>
    public bool Published { get; set; }

    /// <summary>Where the list, or the change, is reported.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of a version.</summary>
    public static AgendaVersionForm Of(AgendaVersion version) => new()
    {
        Title = version.Title, Points = version.Points, InForceFrom = version.InForceFrom, IssueKeys = version.IssueKeys,
        Published = version.Published,
        ScopeChanges = [.. version.ScopeChanges.Select(ScopeChangeForm.Of)],
        Citations = CitationForm.Of(version.Citations),
    };

    /// <summary>The form of the version after <paramref name="before"/>: it begins with the same issues.</summary>
    public static AgendaVersionForm After(AgendaVersion? before) => new() { IssueKeys = before?.IssueKeys ?? [] };

    /// <summary>The version with its number; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public AgendaVersion ToRow(int number, FormCheck check, AgendaVersion? original = null) => new()
    {
        Number = number,
        RecordedAt = original?.RecordedAt ?? default,
        RecordedBy = original?.RecordedBy ?? "",
        Title = check.Need("title", Title, "Say what the list is: “28 points”."),
        Points = Points,
        InForceFrom = check.Need("inForceFrom", InForceFrom, "Give the first day on which it is in force."),
        IssueKeys = [.. IssueKeys],
        ScopeChanges = IsFirst ? [] : [.. ScopeChanges.Select((change, i) => change.ToRow(check, $"scopeChanges[{i}]"))],
        Published = Published,
        Citations = CitationForm.ToRows(Citations, check, ""),
    };

    /// <summary>
    /// Another version is before it in time than until now, or none. The list of a version that is on the board stays as it is, and the scope
    /// changes say how it differs; in a new one those stay that were typed, and the list follows from them.
    /// </summary>
    public void Follow(AgendaVersion? before, bool keepsList)
    {
        IsFirst = before is null;
        if (before is not null && keepsList)
        {
            var typed = ScopeChanges.Where(change => change.Kind is not null).Select(change => change.ToRow(new FormCheck(), ""));
            ScopeChanges = [.. ScopeChange.Between(before.IssueKeys, IssueKeys, [.. typed]).Select(ScopeChangeForm.Of)];
        }
        else if (before is not null)
        {
            Arrange(before);
        }
    }

    /// <summary>Brings the list of issues into line with the scope changes against <paramref name="before"/>; what stays keeps its order.</summary>
    public void Arrange(AgendaVersion before)
    {
        var expected = Expected(before);
        List<string> keys = [.. IssueKeys.Where(expected.Contains).Distinct()];
        for (var i = 0; i < expected.Count; i++)
        {
            if (!keys.Contains(expected[i]))
            {
                // After what stands before it, so that the parts of a split come where the whole was.
                keys.Insert(i == 0 ? 0 : keys.IndexOf(expected[i - 1]) + 1, expected[i]);
            }
        }

        IssueKeys = keys;
    }

    private List<string> Expected(AgendaVersion before)
    {
        var left = ScopeChanges.SelectMany(change => change.FromIssueKeys.Select(key => (key, change))).ToLookup(x => x.key, x => x.change);
        var there = before.IssueKeys.SelectMany(key => left[key].FirstOrDefault() is { } change ? change.ToIssueKeys : [key]);
        return [.. there.Concat(ScopeChanges.SelectMany(change => change.ToIssueKeys)).Distinct()];
    }
}

/// <summary>One scope change while it is typed.</summary>
public sealed class ScopeChangeForm
{
    /// <summary>What was done.</summary>
    public ScopeChangeKind? Kind { get; set; }

    /// <summary>Keys of the issues that left the agenda by it.</summary>
    public IReadOnlyList<string> FromIssueKeys { get; set; } = [];

    /// <summary>Keys of the issues that came by it.</summary>
    public IReadOnlyList<string> ToIssueKeys { get; set; } = [];

    /// <summary>Why.</summary>
    public string Note { get; set; } = "";

    /// <summary>The form of a scope change.</summary>
    public static ScopeChangeForm Of(ScopeChange change) => new()
    {
        Kind = change.Kind, FromIssueKeys = change.FromIssueKeys, ToIssueKeys = change.ToIssueKeys, Note = change.Note ?? "",
    };

    /// <summary>Changes the kind, and leaves out the issues that don't go with it.</summary>
    public void Become(ScopeChangeKind? kind)
    {
        Kind = kind;
        FromIssueKeys = kind is null or ScopeChangeKind.Added ? [] : kind == ScopeChangeKind.Split ? [.. FromIssueKeys.Take(1)] : FromIssueKeys;
        ToIssueKeys = kind is null or ScopeChangeKind.Dropped ? [] : kind == ScopeChangeKind.Merged ? [.. ToIssueKeys.Take(1)] : ToIssueKeys;
    }

    /// <summary>The scope change.</summary>
    public ScopeChange ToRow(FormCheck check, string at)
    {
        Complete(check, at);
        return new ScopeChange
        {
            Kind = check.Need(FormCheck.At(at, "kind"), Kind, "Say what was done: added, dropped, split or merged."),
            FromIssueKeys = [.. FromIssueKeys],
            ToIssueKeys = [.. ToIssueKeys],
            Note = FormCheck.Optional(Note),
        };
    }

    // What the rules say too, in the words of the form.
    private void Complete(FormCheck check, string at)
    {
        var (from, to) = (FormCheck.At(at, "fromIssues"), FormCheck.At(at, "toIssues"));
        if (Kind is ScopeChangeKind.Dropped or ScopeChangeKind.Split && FromIssueKeys.Count == 0)
        {
            check.Add(from, Kind == ScopeChangeKind.Split ? "Choose the issue that was split." : "Choose the issues that were dropped.");
        }
        else if (Kind == ScopeChangeKind.Merged && FromIssueKeys.Count < 2)
        {
            check.Add(from, "Choose two or more issues that became one.");
        }
        else if (Kind is ScopeChangeKind.Added or ScopeChangeKind.Merged && ToIssueKeys.Count == 0)
        {
            check.Add(to, Kind == ScopeChangeKind.Merged ? "Choose the issue that they became." : "Choose the issues that were added.");
        }
        else if (Kind == ScopeChangeKind.Split && ToIssueKeys.Count < 2)
        {
            check.Add(to, "Choose two or more issues that it became.");
        }
    }
}
