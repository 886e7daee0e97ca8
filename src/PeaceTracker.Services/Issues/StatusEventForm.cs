using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Issues;

/// <summary>A status event while it is typed.</summary>
public sealed class StatusEventForm
{
    /// <summary>Key of the issue.</summary>
    public string? IssueKey { get; set; }

    /// <summary>Key of the dyad.</summary>
    public string? DyadKey { get; set; }

    /// <summary>The level reached.</summary>
    public Level? Level { get; set; }

    /// <summary>On whose word.</summary>
    public Basis? Basis { get; set; }

    /// <summary>Why this level.</summary>
    public string Rationale { get; set; } = "";

    /// <summary>Key of the round; an outcome fills in its own.</summary>
    public string? RoundKey { get; set; }

    /// <summary>When it happened; an outcome fills in the last day of its round where it is left out.</summary>
    public DateOnly? OccurredOn { get; set; }

    /// <summary>How many events of the same matter and day it came after; 0 unless it is said to be later.</summary>
    public int OrderInDay { get; set; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of what is to be recorded of an issue, a dyad or a round; an issue of one dyad names it by itself.</summary>
    public static StatusEventForm About(NegotiationRecord record, string? issue, string? dyad, string? round = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        var dyads = record.Issues.FirstOrDefault(i => i.Key == issue)?.DyadKeys;
        return new()
        {
            IssueKey = issue, RoundKey = round,
            DyadKey = dyads is [var only] ? only : dyads is null || dyads.Contains(dyad, StringComparer.Ordinal) ? dyad : null,
        };
    }

    /// <summary>The form of another one after <paramref name="entry"/>, begun with what the two are likely to share.</summary>
    public static StatusEventForm After(StatusEvent entry) => new()
    {
        DyadKey = entry.DyadKey, RoundKey = entry.RoundKey, OccurredOn = entry.OccurredOn, Precision = entry.Precision,
        Citations = CitationForm.After(entry.Citations),
    };

    /// <summary>The form of an event, as for its correction.</summary>
    public static StatusEventForm Of(StatusEvent entry) => new()
    {
        IssueKey = entry.IssueKey, DyadKey = entry.DyadKey, Level = entry.Level, Basis = entry.Basis,
        Rationale = entry.Rationale, RoundKey = entry.RoundKey,
        OccurredOn = entry.OccurredOn, Precision = entry.Precision, OrderInDay = entry.OrderInDay,
        Citations = CitationForm.Of(entry.Citations),
    };

    /// <summary>The event, without a key; round and day of <paramref name="round"/> where the form has none.</summary>
    public StatusEvent ToRow(FormCheck check, string at = "", OutcomeRound? round = null) => new()
    {
        Key = "",
        RecordedAt = default,
        IssueKey = check.Need(FormCheck.At(at, "issue"), IssueKey, "Choose the issue that moved."),
        DyadKey = check.Need(FormCheck.At(at, "dyad"), DyadKey, "Choose between which two parties it moved."),
        Level = check.Need(FormCheck.At(at, "level"), Level, "Choose the level it reached."),
        Basis = check.Need(
            FormCheck.At(at, "basis"), Basis, "Say on whose word: both sides’ (on record), or one side’s or a third party’s (one-sided)."),
        Rationale = check.Need(FormCheck.At(at, "rationale"), Rationale, "Say in one sentence why this level."),
        RoundKey = RoundKey ?? round?.Key,
        OccurredOn = check.Need(FormCheck.At(at, "occurredOn"), OccurredOn ?? round?.Day, "Give the day on which it happened."),
        Precision = OccurredOn is null && round is not null ? round.Precision : Precision,
        OrderInDay = OrderInDay,
        Citations = CitationForm.ToRows(Citations, check, at),
    };
}
