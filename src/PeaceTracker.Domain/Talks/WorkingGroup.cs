using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Talks;

/// <summary>A body that negotiates named issues.</summary>
public sealed record WorkingGroup : IDescriptive<WorkingGroup>
{
    /// <summary>Key, unique in the negotiation.</summary>
    public required string Key { get; init; }

    /// <summary>Name: "Territory".</summary>
    public required string Name { get; init; }

    /// <summary>What its task is.</summary>
    public required string Mandate { get; init; }

    /// <summary>The first day on which it is known to exist.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The day on which it ended its work, if it has.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Keys of the issues it negotiates.</summary>
    public IReadOnlyList<string> IssueKeys { get; init; } = [];

    /// <summary>Who sits in it; empty if the members are not named.</summary>
    public IReadOnlyList<GroupMember> Members { get; init; } = [];

    /// <summary>Anything to say about its membership: "members not named".</summary>
    public string? MembersNote { get; init; }

    /// <summary>What came out of it.</summary>
    public IReadOnlyList<GroupOutput> Outputs { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>When it was entered here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc />
    public Retraction? Retracted { get; init; }

    string IRow.Words => Name;

    string IRow.RecordedBy => "";

    IEnumerable<HappenedDay> IRow.Happened() => [];

    IEnumerable<CitedPlace> IRow.Cited() =>
        Citations.At("citations").Concat(Outputs.SelectMany((output, i) => output.Citations.At($"outputs[{i}].citations", output.Date)));

    Findable? IRow.Findable(DateOnly on) => new(Name, [Mandate, MembersNote, .. Outputs.Select(output => output.Text)]);

    WorkingGroup IRow<WorkingGroup>.WithKey(string key) => this with { Key = key };

    WorkingGroup IRow<WorkingGroup>.Stamped(DateTime now, string by) => this with { RecordedAt = now };

    IDescriptive? IDescriptive.AsOf(DateOnly date, DateTime? before) => Since <= date
        ? this with { Outputs = [.. Outputs.Where(output => output.Date <= date)], Until = Until <= date ? Until : null }
        : null;

    object? IDescriptive.StatedOutcome => Outputs.Count == 0 ? null
        : string.Join('\n', Outputs.Select(output => $"{output.Date:O} {output.DraftKey} {output.Text}"));

    IEnumerable<News> IDescriptive.News(DateOnly on) => [];

    WorkingGroup IDescriptive<WorkingGroup>.WithRetraction(Retraction? retraction) => this with { Retracted = retraction };

    WorkingGroup IDescriptive<WorkingGroup>.Edited(DateTime now, string by) => this;

    RuleViolation? IDescriptive<WorkingGroup>.Loses(WorkingGroup before) => null;

    bool IDescriptive<WorkingGroup>.MovesFigure(WorkingGroup? before) => false;
}

/// <summary>A party in a working group, with the delegate if one is named.</summary>
public sealed record GroupMember
{
    /// <summary>Key of the party.</summary>
    public required string PartyKey { get; init; }

    /// <summary>Key of the delegate, where one is named.</summary>
    public string? DelegateKey { get; init; }

    /// <summary>Function in the group: "chair".</summary>
    public string? Function { get; init; }
}

/// <summary>Something that came out of a working group on a day.</summary>
public sealed record GroupOutput
{
    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What it is.</summary>
    public required string Text { get; init; }

    /// <summary>Key of the draft, if it is one.</summary>
    public string? DraftKey { get; init; }

    /// <summary>Where it stands.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];
}
