using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Positions;

/// <summary>Issues against parties (what each wants) and against dyads (how far each has come), on a date.</summary>
public sealed record MatrixView
{
    private MatrixView()
    {
    }

    /// <summary>The board on the date.</summary>
    public required BoardSnapshot At { get; init; }

    /// <summary>The parties with a position on an issue in scope, in the order of the record.</summary>
    public required IReadOnlyList<PartyColumn> Parties { get; init; }

    /// <summary>Parties at the table of which no position on an issue in scope is recorded.</summary>
    public required IReadOnlyList<Party> Silent { get; init; }

    /// <summary>The dyads, required ones first.</summary>
    public required IReadOnlyList<DyadColumn> Dyads { get; init; }

    /// <summary>The issues in scope, in the order of the agenda.</summary>
    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>How often each level stands in the cells of the dyads, levels that don't left out.</summary>
    public IEnumerable<LevelCount> Levels => ScopeShares.LevelCounts([.. At.Issues.SelectMany(i => i.Dyads).Where(d => d.Applies)]).Where(c => c.Count > 0);

    /// <summary>The matrix of a board on a date.</summary>
    public static MatrixView Of(BoardSnapshot at)
    {
        var positions = at.Issues.SelectMany(i => i.Positions).ToLookup(p => p.PartyKey, StringComparer.Ordinal);
        List<PartyColumn> parties =
        [
            .. at.Board.Record.Parties.Where(p => positions.Contains(p.Key)).Select(p => new PartyColumn(
                p, positions[p.Key].Count(), positions[p.Key].Count(x => x.Flexibility == Flexibility.RedLine))),
        ];
        List<DyadColumn> dyads =
        [
            .. at.Dyads.OrderByDescending(d => d.Dyad.Required)
                .Select(d => new DyadColumn(d.Dyad, at.Board.DyadName(d.Dyad), d.Shares.Agreed, d.Dyad.Key == at.BindingDyad?.Dyad.Key)),
        ];
        return new MatrixView
        {
            At = at,
            Parties = parties,
            Silent = [.. at.Parties.Where(p => !positions.Contains(p.Key))],
            Dyads = dyads,
            Rows =
            [
                .. at.Issues.Select(i => new MatrixRow(
                    i,
                    [.. parties.Select(c => i.Positions.FirstOrDefault(p => p.PartyKey == c.Party.Key))],
                    [.. dyads.Select(c => i.Between(c.Dyad.Key))])),
            ],
        };
    }

    /// <summary>Days between a position and the date of the board.</summary>
    public int AgeInDays(Position position) => At.Date.DayNumber - position.OccurredOn.DayNumber;
}

/// <summary>A party as a column.</summary>
/// <param name="Party">The party.</param>
/// <param name="Positions">Issues in scope on which it has a position.</param>
/// <param name="RedLines">Red lines among them.</param>
public sealed record PartyColumn(Party Party, int Positions, int RedLines);

/// <summary>A dyad as a column.</summary>
/// <param name="Dyad">The dyad.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agreed">Its agreed share on record.</param>
/// <param name="Binding">Whether agreement is bound by it.</param>
public sealed record DyadColumn(Dyad Dyad, string Name, Share Agreed, bool Binding);

/// <summary>An issue as a row.</summary>
/// <param name="Standing">The issue as it stands.</param>
/// <param name="Positions">Its positions, one a party column; null where none is recorded.</param>
/// <param name="Dyads">Its standings, one a dyad column; null where the issue does not name the dyad.</param>
public sealed record MatrixRow(IssueStanding Standing, IReadOnlyList<Position?> Positions, IReadOnlyList<DyadStanding?> Dyads);
