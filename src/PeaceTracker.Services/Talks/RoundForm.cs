using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Talks;

/// <summary>A round while it is typed.</summary>
public sealed class RoundForm
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>The day from which it was announced; the first day itself where it is left out.</summary>
    public DateOnly? AnnouncedOn { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day, where it lasts more than one.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>How exactly the days are known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>Planned, held or called off.</summary>
    public RoundState? State { get; set; }

    /// <summary>Whether the date is uncertain.</summary>
    public bool DateTentative { get; set; }

    /// <summary>Where.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether the place is uncertain.</summary>
    public bool PlaceTentative { get; set; }

    /// <summary>Keys of the hosts.</summary>
    public IReadOnlyList<string> HostKeys { get; set; } = [];

    /// <summary>Who takes part.</summary>
    public List<DelegationForm> Delegations { get; set; } = [];

    /// <summary>Keys of the issues discussed.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>Keys of the working groups that meet in it.</summary>
    public IReadOnlyList<string> WorkingGroupKeys { get; set; } = [];

    /// <summary>What came of it.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>Where it is reported that it took place and what came of it.</summary>
    public List<CitationForm> OutcomeCitations { get; set; } = [];

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of a round.</summary>
    public static RoundForm Of(Round round) => new()
    {
        Title = round.Title, AnnouncedOn = round.AnnouncedOn, StartsOn = round.StartsOn, EndsOn = round.EndsOn, Precision = round.Precision,
        State = round.State, DateTentative = round.DateTentative, Place = round.Place ?? "", PlaceTentative = round.PlaceTentative,
        HostKeys = round.HostKeys, IssueKeys = round.IssueKeys, WorkingGroupKeys = round.WorkingGroupKeys, Outcome = round.Outcome ?? "",
        Delegations =
        [
            .. round.Delegations.Select(d => new DelegationForm { PartyKey = d.PartyKey, DelegateKeys = d.DelegateKeys, Note = d.Note ?? "" }),
        ],
        OutcomeCitations = CitationForm.Of(round.OutcomeCitations), Citations = CitationForm.Of(round.Citations),
    };

    /// <summary>
    /// The round; <paramref name="original"/> is what the form was opened with, null for a new one. Where the form doesn't say when it was
    /// announced, it was known on <paramref name="known"/>, or on its first day where that is earlier: else nobody saw it before it began.
    /// </summary>
    public Round ToRow(FormCheck check, DateOnly known, Round? original = null, string at = "")
    {
        var outcome = FormCheck.Optional(Outcome);
        OutcomeNeedsSource(check, outcome, OutcomeCitations, FormCheck.At(at, "outcomeCitations"));
        var starts = check.Need(FormCheck.At(at, "startsOn"), StartsOn, "Give the first day.");
        return new Round
        {
            Key = original?.Key ?? "",
            RecordedAt = original?.RecordedAt ?? default,
            RecordedBy = original?.RecordedBy ?? "",
            Title = check.Need(FormCheck.At(at, "title"), Title, "Give the round a title, such as “Berlin talks”."),
            AnnouncedOn = AnnouncedOn ?? (known < starts ? known : starts),
            StartsOn = starts,
            EndsOn = EndsOn,
            Precision = Precision,
            State = check.Need(FormCheck.At(at, "state"), State, "Say whether it is planned, was held or was called off."),
            DateTentative = DateTentative,
            Place = FormCheck.Optional(Place),
            PlaceTentative = PlaceTentative,
            HostKeys = [.. HostKeys],
            IssueKeys = [.. IssueKeys],
            WorkingGroupKeys = [.. WorkingGroupKeys],
            Outcome = outcome,
            OutcomeCitations = CitationForm.ToRows(OutcomeCitations, check, at, "outcomeCitations"),
            Delegations = [.. Delegations.Select((d, i) => d.ToRow(check, $"{FormCheck.At(at, "delegations")}[{i}]"))],
            Citations = CitationForm.ToRows(Citations, check, at),
        };
    }

    /// <summary>What came of a round is not recorded without where that is reported; what announced it can't have known.</summary>
    internal static void OutcomeNeedsSource(FormCheck check, string? outcome, IReadOnlyCollection<CitationForm> citations, string at)
    {
        if (outcome is not null && citations.Count == 0)
        {
            check.Add(at, "Say where the outcome is reported: a source and a place in it. The announcement of the round can’t be it.");
        }
    }
}

/// <summary>One party's people at a round while they are typed.</summary>
public sealed class DelegationForm
{
    /// <summary>Key of the party.</summary>
    public string? PartyKey { get; set; }

    /// <summary>Keys of the delegates.</summary>
    public IReadOnlyList<string> DelegateKeys { get; set; } = [];

    /// <summary>Anything else said of it.</summary>
    public string Note { get; set; } = "";

    /// <summary>The delegation.</summary>
    public Delegation ToRow(FormCheck check, string at) => new()
    {
        PartyKey = check.Need(FormCheck.At(at, "party"), PartyKey, "Choose the party."),
        DelegateKeys = [.. DelegateKeys],
        Note = FormCheck.Optional(Note),
    };
}
