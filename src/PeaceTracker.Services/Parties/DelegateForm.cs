using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Parties;

/// <summary>A delegate while they are typed.</summary>
public sealed class DelegateForm
{
    /// <summary>Key of the party for which the person speaks or sits.</summary>
    public string? PartyKey { get; set; }

    /// <summary>Name, or a description.</summary>
    public string Name { get; set; } = "";

    /// <summary>Title and office.</summary>
    public string Office { get; set; } = "";

    /// <summary>The day as of which they are stated.</summary>
    public DateOnly? OfficeAsOf { get; set; }

    /// <summary>Whether the source withholds the name.</summary>
    public bool Anonymous { get; set; }

    /// <summary>Where the person is named.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of another one after <paramref name="person"/>, begun with what the two are likely to share.</summary>
    public static DelegateForm After(PartyDelegate person) => new()
    {
        PartyKey = person.PartyKey, OfficeAsOf = person.OfficeAsOf, Citations = CitationForm.After(person.Citations),
    };

    /// <summary>The form of a delegate.</summary>
    public static DelegateForm Of(PartyDelegate person) => new()
    {
        PartyKey = person.PartyKey, Name = person.Name, Office = person.Office ?? "", OfficeAsOf = person.OfficeAsOf, Anonymous = person.Anonymous,
        Citations = CitationForm.Of(person.Citations),
    };

    /// <summary>The delegate; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public PartyDelegate ToRow(FormCheck check, PartyDelegate? original = null, string at = "") => new()
    {
        Key = original?.Key ?? "",
        RecordedAt = original?.RecordedAt ?? default,
        PartyKey = check.Need(FormCheck.At(at, "party"), PartyKey, "Choose the party that the person represents."),
        Name = check.Need(FormCheck.At(at, "name"), Name, "Name the person, or describe them: “two US officials”."),
        Office = FormCheck.Optional(Office),
        OfficeAsOf = check.Need(FormCheck.At(at, "officeAsOf"), OfficeAsOf, "Give the day as of which this is stated."),
        Anonymous = Anonymous,
        Citations = CitationForm.ToRows(Citations, check, at),
    };
}
