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

    /// <summary>Keys of entries in whose place it stands by corrections: what pointed to one of them leads here.</summary>
    public required IReadOnlyList<string> EarlierKeys { get; init; }

    /// <summary>Claims that it contradicts or that contradict it, as they stand now, whichever entry was named.</summary>
    public required IReadOnlyList<Claim> Contradicts { get; init; }

    /// <summary>The ledger up to a date, newest first.</summary>
    public static IReadOnlyList<LedgerEntry> Of(BoardSnapshot at)
    {
        var claims = at.Claims.ToList();
        var contradicted = claims.ToDictionary(
            claim => claim.Key,
            claim => claim.ContradictsKeys.Select(key => at.ClaimInPlaceOf(key)?.Key).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        return
        [
            .. claims.Select(claim => new LedgerEntry
            {
                OnItsDay = ClaimComparison.Of(claim, at.Board.AsOf(claim.OccurredOn, at.KnownAt)),
                OnDate = ClaimComparison.Of(claim, at),
                EarlierKeys = [.. at.EarlierKeys(claim)],
                Contradicts =
                [
                    .. claims.Where(other => other.Key != claim.Key
                        && (contradicted[claim.Key].Contains(other.Key) || contradicted[other.Key].Contains(claim.Key))),
                ],
            }),
        ];
    }
}
