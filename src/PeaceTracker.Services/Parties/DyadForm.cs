using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Parties;

/// <summary>A dyad while it is typed.</summary>
public sealed class DyadForm
{
    /// <summary>Key of the party that is named first.</summary>
    public string? FirstPartyKey { get; set; }

    /// <summary>Key of the party that is named second.</summary>
    public string? SecondPartyKey { get; set; }

    /// <summary>Whether the negotiation can't conclude without agreement between these two.</summary>
    public bool Required { get; set; }

    /// <summary>The form of a dyad.</summary>
    public static DyadForm Of(Dyad dyad) =>
        new() { FirstPartyKey = dyad.FirstPartyKey, SecondPartyKey = dyad.SecondPartyKey, Required = dyad.Required };

    /// <summary>The dyad; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public Dyad ToRow(FormCheck check, Dyad? original = null, string at = "") => new()
    {
        Key = original?.Key ?? "",
        FirstPartyKey = check.Need(FormCheck.At(at, "firstParty"), FirstPartyKey, "Choose the party that is named first."),
        SecondPartyKey = check.Need(FormCheck.At(at, "secondParty"), SecondPartyKey, "Choose the other party."),
        Required = Required,
        Earlier = original?.Earlier ?? [],
    };
}
