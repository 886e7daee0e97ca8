using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Drafts;

/// <summary>An offer while it is typed.</summary>
public sealed class OfferForm
{
    /// <summary>What is offered, in a few words.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is offered, in one or two sentences.</summary>
    public string Text { get; set; } = "";

    /// <summary>Key of the party that offers.</summary>
    public string? ByPartyKey { get; set; }

    /// <summary>Keys of the parties it is offered to.</summary>
    public IReadOnlyList<string> ToPartyKeys { get; set; } = [];

    /// <summary>Keys of the issues it bears on.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>Conditions; blank ones are left out.</summary>
    public IReadOnlyList<string> Conditions { get; set; } = [];

    /// <summary>The day it was put on the table.</summary>
    public DateOnly? OfferedOn { get; set; }

    /// <summary>How long it is valid.</summary>
    public Validity? Validity { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>The day on which it ended.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>How it ended.</summary>
    public OfferEnd? End { get; set; }

    /// <summary>Key of the round that it came out of; an outcome fills in its own.</summary>
    public string? RoundKey { get; set; }

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of another one after <paramref name="offer"/>, begun with what the two are likely to share.</summary>
    public static OfferForm After(Offer offer) => new()
    {
        ByPartyKey = offer.ByPartyKey, ToPartyKeys = offer.ToPartyKeys, OfferedOn = offer.OfferedOn, RoundKey = offer.RoundKey,
        Citations = CitationForm.After(offer.Citations),
    };

    /// <summary>The form of an offer.</summary>
    public static OfferForm Of(Offer offer) => new()
    {
        Title = offer.Title, Text = offer.Text ?? "", ByPartyKey = offer.ByPartyKey, ToPartyKeys = offer.ToPartyKeys, IssueKeys = offer.IssueKeys,
        Conditions = [.. offer.Conditions], OfferedOn = offer.OfferedOn, Validity = offer.Validity, ValidUntil = offer.ValidUntil,
        EndedOn = offer.EndedOn, End = offer.End, RoundKey = offer.RoundKey, Citations = CitationForm.Of(offer.Citations),
    };

    /// <summary>
    /// The offer; <paramref name="original"/> is what the form was opened with, null for a new one; round and day of <paramref name="round"/> where
    /// the form has none.
    /// </summary>
    public Offer ToRow(FormCheck check, Offer? original = null, string at = "", OutcomeRound? round = null) => new()
    {
        Key = original?.Key ?? "",
        RecordedAt = original?.RecordedAt ?? default,
        RecordedBy = original?.RecordedBy ?? "",
        Title = check.Need(FormCheck.At(at, "title"), Title, "Say in a few words what is offered."),
        Text = FormCheck.Optional(Text),
        ByPartyKey = check.Need(FormCheck.At(at, "byParty"), ByPartyKey, "Choose the party that offers."),
        ToPartyKeys = [.. ToPartyKeys],
        IssueKeys = [.. IssueKeys],
        Conditions = [.. Conditions.Select(FormCheck.Optional).OfType<string>()],
        OfferedOn = check.Need(FormCheck.At(at, "offeredOn"), OfferedOn ?? round?.Day, "Give the day on which it was put on the table."),
        Validity = check.Need(FormCheck.At(at, "validity"), Validity, "Say how long it is valid."),
        ValidUntil = ValidUntil,
        EndedOn = EndedOn,
        End = End,
        RoundKey = FormCheck.Optional(RoundKey) ?? round?.Key,
        Citations = CitationForm.ToRows(Citations, check, at),
    };
}
