using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Services.Claims;

/// <summary>One claim of the ledger, with the board of its own day and of the page's date beside it.</summary>
public sealed record LedgerEntry
{
    private LedgerEntry()
    {
    }

    /// <summary>The claim beside the board of the day on which it was made.</summary>
    public required ClaimComparison OnItsDay { get; init; }

    /// <summary>The claim beside the board of the page's date.</summary>
    public required ClaimComparison OnDate { get; init; }

    /// <summary>Claims that it contradicts or that contradict it.</summary>
    public required IReadOnlyList<Claim> Contradicts { get; init; }

    /// <summary>The ledger up to a date, newest first.</summary>
    public static IReadOnlyList<LedgerEntry> Of(BoardSnapshot at)
    {
        var claims = at.Claims.ToList();
        return
        [
            .. claims.Select(claim => new LedgerEntry
            {
                OnItsDay = ClaimComparison.Of(claim, at.Board.AsOf(claim.OccurredOn, at.KnownAt)),
                OnDate = ClaimComparison.Of(claim, at),
                Contradicts = [.. claims.Where(c => claim.ContradictsKeys.Contains(c.Key) || c.ContradictsKeys.Contains(claim.Key))],
            }),
        ];
    }
}
