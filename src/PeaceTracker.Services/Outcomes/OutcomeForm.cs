using System.Text.Json;
using System.Text.Json.Serialization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Claims;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Positions;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Outcomes;

/// <summary>
/// What a round of talks brought, while it is typed: the main form. It is kept in the store as JSON, so a renamed member is a change of what is
/// stored.
/// </summary>
public sealed class OutcomeForm
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Key of the round on the board; null for a new round, or for none.</summary>
    public string? RoundKey { get; set; }

    /// <summary>Whether it belongs to a round on the board: then one has to be chosen.</summary>
    [PageOnly]
    public bool RoundOnBoard { get; set; }

    /// <summary>The new round; null for one on the board, or for none: what happened between rounds.</summary>
    public RoundForm? NewRound { get; set; }

    /// <summary>What came of a round on the board, where it has no outcome recorded yet; blank leaves it as it is.</summary>
    public string RoundOutcome { get; set; } = "";

    /// <summary>What is certain of that round now; null where none is chosen, or what came of it is recorded already.</summary>
    public RoundReportForm? RoundReport { get; set; }

    /// <summary>Whether anything came of the round: an entry, a paper, or words.</summary>
    internal bool HasOutcome => FormCheck.Optional(RoundOutcome) is not null
        || StatusEvents.Count + Positions.Count + DraftVersions.Count + Offers.Count + Claims.Count > 0;

    /// <summary>New sources; their keys are names by which this form's citations mean them.</summary>
    public List<SourceForm> Sources { get; set; } = [];

    /// <summary>The issues that moved.</summary>
    // The name under which outcomes have been kept from the beginning.
    [JsonPropertyName("Steps")]
    public List<StatusEventForm> StatusEvents { get; set; } = [];

    /// <summary>Positions put.</summary>
    public List<PositionForm> Positions { get; set; } = [];

    /// <summary>New versions of drafts.</summary>
    public List<DraftVersionForm> DraftVersions { get; set; } = [];

    /// <summary>Offers made.</summary>
    public List<OfferForm> Offers { get; set; } = [];

    /// <summary>Claims made.</summary>
    public List<ClaimForm> Claims { get; set; } = [];

    /// <summary>The claim that is to stand beside the computed share; null where that stays as it is.</summary>
    public HeadlineForm? Headline { get; set; }

    /// <summary>The next round; null where none was announced.</summary>
    public RoundForm? NextRound { get; set; }

    /// <summary>
    /// The form of a new outcome, begun with what it is known to be about: a round, and a position of the party given, or else a status event, on the
    /// issue.
    /// </summary>
    public static OutcomeForm About(NegotiationRecord record, string? issue = null, string? dyad = null, string? party = null, string? round = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new()
        {
            RoundOnBoard = record.Rounds.Any(r => r.Retracted is null), RoundKey = round,
            StatusEvents = party is null && (issue ?? dyad) is not null ? [StatusEventForm.About(record, issue, dyad)] : [],
            Positions = party is null ? [] : [new() { IssueKey = issue, PartyKey = party }],
        };
    }

    /// <summary>What it is about, for lists: the round's title; empty where it belongs to none.</summary>
    internal string TitleIn(NegotiationRecord record) =>
        FormCheck.Optional(NewRound?.Title) ?? record.Rounds.FirstOrDefault(r => r.Key == RoundKey)?.Title ?? "";

    /// <summary>Reads a form that was kept.</summary>
    public static OutcomeForm Read(string json) => JsonSerializer.Deserialize<OutcomeForm>(json, Json)!;

    /// <summary>The form as it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);
}
