using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Domain.Agreement;

/// <summary>One issue over the whole board on a date: judged over its required dyads, or over its others where none of those applies.</summary>
public sealed class IssueStanding : IStanding
{
    // Asked for many times over thousands of issues.
    private readonly Verdicts _verdicts;

    private readonly DateOnly _lastPossible;

    internal IssueStanding(Issue issue, int number, IReadOnlyList<DyadStanding> dyads, IReadOnlyList<Position> positions)
    {
        Issue = issue;
        Number = number;
        Dyads = dyads;
        Positions = positions;
        var applying = Those(dyads, d => d.Applies);
        var required = Those(applying, d => d.Dyad.Required);
        Applies = applying.Count > 0 || dyads.Count == 0;
        JudgedOverRequired = required.Count > 0;
        Judged = JudgedOverRequired ? required : applying;
        Level = Weakest(Judged.Select(d => d.Level).ToArray());
        _verdicts = Judged.Count == 0 ? Verdicts.AllUnknown : default;
        foreach (var dyad in Judged)
        {
            _verdicts = _verdicts.And(Verdicts.Of(dyad.Level, dyad.Basis));
        }

        Basis = Level != Level.Unknown && Judged.Any(d => d.Basis == Basis.Claimed && (d.Level == Level || Level.IsAgreed()))
            ? Basis.Claimed
            : Basis.OnRecord;
        foreach (var dyad in dyads)
        {
            (LastEvidence, _lastPossible) = With(dyad.Step?.When);
        }

        foreach (var position in positions)
        {
            (LastEvidence, _lastPossible) = With(new DateAsKnown(position.OccurredOn, position.Precision));
        }
    }

    /// <inheritdoc />
    public Issue Issue { get; }

    /// <summary>Its number on the agenda in force, from 1; 0 where it is off the agenda.</summary>
    public int Number { get; }

    /// <summary>Whether it is on the agenda in force: only then does it count in the board's shares.</summary>
    public bool OnAgenda => Number > 0;

    /// <summary>Its place among others in the order of the agenda, those off it last.</summary>
    public int AgendaOrder => OnAgenda ? Number : int.MaxValue;

    /// <summary>All dyads that the issue names, also those to which it does not apply now.</summary>
    public IReadOnlyList<DyadStanding> Dyads { get; }

    /// <summary>The dyads over which the issue is judged; empty where none applies, and then its level is unknown.</summary>
    public IReadOnlyList<DyadStanding> Judged { get; }

    /// <summary>
    /// Whether it is counted: not where it names dyads and on the date applies to none of them, because then there is nothing that could
    /// be agreed. An issue that names no dyad yet is counted, as unknown.
    /// </summary>
    public bool Applies { get; }

    /// <summary>Whether the judged dyads are required ones; if not, pages say that no required dyad applies.</summary>
    public bool JudgedOverRequired { get; }

    /// <summary>The parties' positions on the issue in force, one a party.</summary>
    public IReadOnlyList<Position> Positions { get; }

    /// <summary>Those of these positions that object or reject, one a party.</summary>
    public IReadOnlyList<Position> Objections => field ??= Those(Positions, p => p.Stance < Stance.Undecided);

    /// <summary>Those of these positions that are red lines.</summary>
    public IReadOnlyList<Position> RedLines => field ??= Those(Positions, p => p.Flexibility == Flexibility.RedLine);

    /// <summary>
    /// The step at which a position's party had come to an agreement, later than the position, with each of those with whom the issue must be
    /// agreed: the last of these steps (<see cref="DyadStanding.AgreedSince"/>). The position then says what the party wanted before it agreed.
    /// Null where one of them has not agreed since, and where the party is in no dyad over which the issue is judged.
    /// </summary>
    public LevelStep? AgreedSince(Position position)
    {
        var steps = Judged.Where(d => d.Dyad.Includes(position.PartyKey)).Select(d => d.AgreedSince(position)).ToList();
        return steps.Contains(null) ? null : steps.MaxBy(step => step!.Date);
    }

    /// <inheritdoc />
    public Level Level { get; }

    /// <summary>
    /// Claimed where one of the judged dyads at the level shown is claimed; at agreed in principle or better where any of them is,
    /// for without that word the issue would not be agreed. So an issue shown as agreed on record is one that the share counts.
    /// </summary>
    public Basis Basis { get; }

    /// <summary>Date of the newest status event or position; null where there is none.</summary>
    public DateOnly? LastEvidenceOn => LastEvidence?.On;

    /// <summary>The same date, as exactly as it is known.</summary>
    public DateAsKnown? LastEvidence { get; }

    /// <summary>
    /// Days since the newest evidence by the end of a day, 0 or more, that of a week or a month counted from its last day
    /// (<see cref="DateAsKnown.AgeOn"/>); null where there is none. The standing itself does not age: from one entry to the next it is the same.
    /// </summary>
    public int? EvidenceAgeOn(DateOnly day) => LastEvidence is null ? null : Math.Max(0, day.DayNumber - _lastPossible.DayNumber);

    /// <summary>Whether a judged dyad is contested.</summary>
    public bool Contested => Judged.Any(d => d.Contested);

    /// <summary>Whether a judged dyad fell from agreed in principle or better.</summary>
    public bool Reopened => Judged.Any(d => d.Reopened);

    /// <inheritdoc />
    public Verdict Judge(Threshold threshold, ShareBasis basis = ShareBasis.OnRecord) => _verdicts.At(Verdicts.Bit(threshold, basis));

    /// <summary>The judged dyads that block it: those between which it is not agreed on record, unknown among them.</summary>
    public IReadOnlyList<DyadStanding> BlockedBy => field ??= Those(Judged, d => d.Judge(Threshold.Agreed) != Verdict.Met);

    /// <summary>The standing between one dyad; null where the issue does not name it.</summary>
    public DyadStanding? Between(string dyadKey)
    {
        for (var i = 0; i < Dyads.Count; i++)
        {
            if (Dyads[i].Dyad.Key == dyadKey)
            {
                return Dyads[i];
            }
        }

        return null;
    }

    /// <summary>
    /// The weakest link: the lowest known level (deferred between narrowing and agreed in principle), except that it is unknown
    /// while an unknown dyad stands beside others that are all agreed in principle or better, and where no dyad is known.
    /// </summary>
    internal static Level Weakest(IReadOnlyCollection<Level> judged)
    {
        var (weakest, known) = (Level.Unknown, 0);
        foreach (var level in judged)
        {
            if (level != Level.Unknown)
            {
                weakest = known++ == 0 || LevelStep.Weakness(level) < LevelStep.Weakness(weakest) ? level : weakest;
            }
        }

        return known < judged.Count && weakest.IsAgreed() ? Level.Unknown : weakest;
    }

    // The evidence as the constructor has it so far, with one more: the newest, of one date the most exact, and the last day on which any can have
    // been.
    private (DateAsKnown? Newest, DateOnly LastPossible) With(DateAsKnown? evidence) => evidence is not { } more ? (LastEvidence, _lastPossible)
        : LastEvidence is not { } newest ? (more, more.Last)
        : (newest.On > more.On || (newest.On == more.On && newest.Precision <= more.Precision) ? newest : more,
            more.Last > _lastPossible ? more.Last : _lastPossible);

    // The same list where all are such, as they mostly are: a large board has thirty thousand.
    private static IReadOnlyList<T> Those<T>(IReadOnlyList<T> all, Func<T, bool> such)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (!such(all[i]))
            {
                return all.Where(such).ToArray(); // which holds no more than it must
            }
        }

        return all;
    }
}
