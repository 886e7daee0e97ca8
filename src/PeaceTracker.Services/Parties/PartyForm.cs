using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Parties;

/// <summary>A party while it is typed.</summary>
public sealed class PartyForm
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name for narrow places.</summary>
    public string ShortName { get; set; } = "";

    /// <summary>What it does at the table.</summary>
    public List<PartyRoleForm> Roles { get; set; } = [];

    /// <summary>Who it is.</summary>
    public string Description { get; set; } = "";

    /// <summary>The day from which it is at or around the table.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The form of another one after <paramref name="party"/>, begun with what the two are likely to share.</summary>
    public static PartyForm After(Party party) => new()
    {
        Since = party.Since,
        Roles = [.. party.Roles.Select(r => new PartyRoleForm { Role = r.Role, Citations = CitationForm.After(r.Citations) })],
    };

    /// <summary>The form of a party.</summary>
    public static PartyForm Of(Party party) => new()
    {
        Name = party.Name, ShortName = party.ShortName ?? "", Description = party.Description ?? "", Since = party.Since,
        Roles = [.. party.Roles.Select(r => new PartyRoleForm { Role = r.Role, Note = r.Note ?? "", Citations = CitationForm.Of(r.Citations) })],
    };

    /// <summary>The party; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public Party ToRow(FormCheck check, Party? original = null, string at = "") => new()
    {
        Key = original?.Key ?? "",
        RecordedAt = original?.RecordedAt ?? default,
        Name = check.Need(FormCheck.At(at, "name"), Name, "Give its name, such as “Ukraine”."),
        ShortName = FormCheck.Optional(ShortName),
        Roles = [.. Roles.Select((r, i) => r.ToRow(check, $"{FormCheck.At(at, "roles")}[{i}]"))],
        Description = FormCheck.Optional(Description),
        Since = check.Need(FormCheck.At(at, "since"), Since, "Give the day from which it is involved."),
        Earlier = original?.Earlier ?? [],
    };
}

/// <summary>One role of a party while it is typed.</summary>
public sealed class PartyRoleForm
{
    /// <summary>The role.</summary>
    public Role? Role { get; set; }

    /// <summary>A qualification.</summary>
    public string Note { get; set; } = "";

    /// <summary>Where it is reported.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The role.</summary>
    public PartyRole ToRow(FormCheck check, string at) => new()
    {
        Role = check.Need(FormCheck.At(at, "role"), Role, "Choose the role."),
        Note = FormCheck.Optional(Note),
        Citations = CitationForm.ToRows(Citations, check, at),
    };
}
