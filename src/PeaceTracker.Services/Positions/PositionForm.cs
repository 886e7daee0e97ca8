using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Positions;

/// <summary>A position while it is typed.</summary>
public sealed class PositionForm
{
    /// <summary>Key of the party.</summary>
    public string? PartyKey { get; set; }

    /// <summary>Key of the issue.</summary>
    public string? IssueKey { get; set; }

    /// <summary>The party’s attitude to what is proposed.</summary>
    public Stance? Stance { get; set; }

    /// <summary>How far it can move.</summary>
    public Flexibility? Flexibility { get; set; }

    /// <summary>The position in our own words.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who says that it is the party's position.</summary>
    public Attribution? Attribution { get; set; }

    /// <summary>Key of the round; an outcome fills in its own.</summary>
    public string? RoundKey { get; set; }

    /// <summary>When it was put.</summary>
    public DateOnly? OccurredOn { get; set; }

    /// <summary>How many steps of the same matter and day it came after; 0 unless it is said to be later.</summary>
    public int OrderInDay { get; set; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of another one after <paramref name="position"/>, begun with what the two are likely to share.</summary>
    public static PositionForm After(Position position) => new()
    {
        PartyKey = position.PartyKey, RoundKey = position.RoundKey, OccurredOn = position.OccurredOn, Precision = position.Precision,
        Attribution = position.Attribution, Citations = CitationForm.After(position.Citations),
    };

    /// <summary>The form of a position, as for its correction.</summary>
    public static PositionForm Of(Position position) => new()
    {
        PartyKey = position.PartyKey, IssueKey = position.IssueKey,
        Stance = position.Stance, Flexibility = position.Flexibility, Text = position.Text,
        Attribution = position.Attribution, RoundKey = position.RoundKey, OccurredOn = position.OccurredOn, Precision = position.Precision,
        OrderInDay = position.OrderInDay, Citations = CitationForm.Of(position.Citations),
    };

    /// <summary>The position, without a key; round and day of <paramref name="round"/> where the form has none.</summary>
    public Position ToRow(FormCheck check, string at = "", OutcomeRound? round = null) => new()
    {
        Key = "",
        RecordedAt = default,
        PartyKey = check.Need(FormCheck.At(at, "party"), PartyKey, "Choose the party."),
        IssueKey = check.Need(FormCheck.At(at, "issue"), IssueKey, "Choose the issue."),
        Stance = Stance,
        Flexibility = Flexibility,
        Text = check.Need(FormCheck.At(at, "text"), Text, "Write the position in one or two sentences of your own."),
        Attribution = check.Need(FormCheck.At(at, "attribution"), Attribution, "Say who says that this is the party’s position."),
        RoundKey = RoundKey ?? round?.Key,
        OccurredOn = check.Need(FormCheck.At(at, "occurredOn"), OccurredOn ?? round?.Day, "Give the day on which it was stated."),
        Precision = OccurredOn is null && round is not null ? round.Precision : Precision,
        OrderInDay = OrderInDay,
        Citations = CitationForm.ToRows(Citations, check, at),
    };
}
