using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Talks;

/// <summary>A working group while it is typed.</summary>
public sealed class WorkingGroupForm
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What its task is.</summary>
    public string Mandate { get; set; } = "";

    /// <summary>The first day on which it is known to exist.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The day on which it ended its work.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Keys of the issues it negotiates.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>Who sits in it.</summary>
    public List<GroupMemberForm> Members { get; set; } = [];

    /// <summary>Anything to say of its membership.</summary>
    public string MembersNote { get; set; } = "";

    /// <summary>What came out of it.</summary>
    public List<GroupOutputForm> Outputs { get; set; } = [];

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of a working group.</summary>
    public static WorkingGroupForm Of(WorkingGroup group) => new()
    {
        Name = group.Name, Mandate = group.Mandate, Since = group.Since, Until = group.Until,
        IssueKeys = group.IssueKeys, MembersNote = group.MembersNote ?? "",
        Members =
        [
            .. group.Members.Select(m => new GroupMemberForm { PartyKey = m.PartyKey, DelegateKey = m.DelegateKey, Function = m.Function ?? "" }),
        ],
        Outputs =
        [
            .. group.Outputs.Select(o => new GroupOutputForm
            {
                Date = o.Date, Text = o.Text, DraftKey = o.DraftKey, Citations = CitationForm.Of(o.Citations),
            }),
        ],
        Citations = CitationForm.Of(group.Citations),
    };

    /// <summary>The working group; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public WorkingGroup ToRow(FormCheck check, WorkingGroup? original = null, string at = "") => new()
    {
        Key = original?.Key ?? "",
        RecordedAt = original?.RecordedAt ?? default,
        Name = check.Need(FormCheck.At(at, "name"), Name, "Give its name, such as “Territory”."),
        Mandate = check.Need(FormCheck.At(at, "mandate"), Mandate, "Say what its task is."),
        Since = check.Need(FormCheck.At(at, "since"), Since, "Give the first day on which it is known to exist."),
        Until = Until,
        IssueKeys = [.. IssueKeys],
        Members = [.. Members.Select((m, i) => m.ToRow(check, $"{FormCheck.At(at, "members")}[{i}]"))],
        MembersNote = FormCheck.Optional(MembersNote),
        Outputs = [.. Outputs.Select((o, i) => o.ToRow(check, $"{FormCheck.At(at, "outputs")}[{i}]"))],
        Citations = CitationForm.ToRows(Citations, check, at),
    };
}

/// <summary>A member of a working group while it is typed.</summary>
public sealed class GroupMemberForm
{
    /// <summary>Key of the party.</summary>
    public string? PartyKey { get; set; }

    /// <summary>Key of the delegate, where one is named.</summary>
    public string? DelegateKey { get; set; }

    /// <summary>Function in the group.</summary>
    public string Function { get; set; } = "";

    /// <summary>The member.</summary>
    public GroupMember ToRow(FormCheck check, string at) => new()
    {
        PartyKey = check.Need(FormCheck.At(at, "party"), PartyKey, "Choose the party."),
        DelegateKey = FormCheck.Optional(DelegateKey),
        Function = FormCheck.Optional(Function),
    };
}

/// <summary>An output of a working group while it is typed.</summary>
public sealed class GroupOutputForm
{
    /// <summary>The day.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>What it is.</summary>
    public string Text { get; set; } = "";

    /// <summary>Key of the draft, where it is one.</summary>
    public string? DraftKey { get; set; }

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The output.</summary>
    public GroupOutput ToRow(FormCheck check, string at) => new()
    {
        Date = check.Need(FormCheck.At(at, "date"), Date, "Give the day."),
        Text = check.Need(FormCheck.At(at, "text"), Text, "Say what came out of it."),
        DraftKey = FormCheck.Optional(DraftKey),
        Citations = CitationForm.ToRows(Citations, check, at),
    };
}
