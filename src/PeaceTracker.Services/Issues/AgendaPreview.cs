using PeaceTracker.Domain.Agreement;

namespace PeaceTracker.Services.Issues;

/// <summary>What a version of the agenda would do to the shares on the day from which it is in force: the same statuses over other issues.</summary>
public sealed record AgendaPreview
{
    private AgendaPreview()
    {
    }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The three shares on record without and with the version, the headline first.</summary>
    public required IReadOnlyList<(Threshold Threshold, BoardComparison Comparison)> Shares { get; init; }

    /// <summary>The agreed share over core issues without the version.</summary>
    public required Share CoreBefore { get; init; }

    /// <summary>The agreed share over core issues with it.</summary>
    public required Share CoreAfter { get; init; }

    /// <summary>The headline.</summary>
    public BoardComparison Agreed => Shares[0].Comparison;

    /// <summary>Compares a day of the board as it is with the same day of the board as it would be.</summary>
    public static AgendaPreview Of(Board now, Board then, DateOnly date)
    {
        var (before, after) = (now.AsOf(date).Shares, then.AsOf(date).Shares);
        return new AgendaPreview
        {
            Date = date,
            Shares = BoardComparison.OfThreeShares(before, after),
            CoreBefore = before.Core,
            CoreAfter = after.Core,
        };
    }
}
