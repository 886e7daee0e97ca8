using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Talks;

/// <summary>
/// What is certain of a round on the board now that something has come of it, while it is typed with that: that it took place, when, where and
/// about what. It begins with what was announced, as certain.
/// </summary>
public sealed class RoundReportForm
{
    /// <summary>Key of the round.</summary>
    [PageOnly]
    public string RoundKey { get; set; } = "";

    /// <summary>The round as the form was filled from it: where it is another by now, somebody else has edited it.</summary>
    [PageOnly]
    public string FilledFrom { get; set; } = "";

    /// <summary>First day.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day, where it lasted more than one.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>How exactly the days are known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>Whether the date is uncertain still.</summary>
    public bool DateTentative { get; set; }

    /// <summary>Where.</summary>
    public string Place { get; set; } = "";

    /// <summary>Whether the place is uncertain still.</summary>
    public bool PlaceTentative { get; set; }

    /// <summary>Keys of the issues discussed; those that moved in it count by themselves.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>Where it is reported.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form, filled from a round.</summary>
    public static RoundReportForm Of(Round round) => new()
    {
        RoundKey = round.Key, FilledFrom = Filling(round), StartsOn = round.StartsOn, EndsOn = round.EndsOn, Precision = round.Precision,
        Place = round.Place ?? "", IssueKeys = round.IssueKeys,
    };

    /// <summary>Whether the form is of this round, and was filled from it as it is.</summary>
    public bool IsFilledFrom(Round round) => RoundKey == round.Key && FilledFrom == Filling(round);

    /// <summary>The round as it took place.</summary>
    public Round ToRow(Round round, FormCheck check, string at) => round with
    {
        State = RoundState.Held,
        StartsOn = check.Need(FormCheck.At(at, "startsOn"), StartsOn, "Give the first day."),
        EndsOn = EndsOn,
        Precision = Precision,
        DateTentative = DateTentative,
        Place = FormCheck.Optional(Place),
        PlaceTentative = PlaceTentative,
        IssueKeys = [.. IssueKeys],
        OutcomeCitations = CitationForm.ToRows(Citations, check, at, "outcomeCitations"),
    };

    private static string Filling(Round round) => FormattableString.Invariant(
        $"{round.State} {round.StartsOn:yyyy-MM-dd} {round.EndsOn:yyyy-MM-dd} {round.Precision} {string.Join(',', round.IssueKeys)} {round.Place}");
}
