using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Negotiations;

/// <summary>A negotiation as a negotiation file, as it stood at the change of a board.</summary>
public static class NegotiationDownload
{
    /// <summary>
    /// The file: the whole record, whatever day the board is looked at, and nothing of what was changed before. Whoever imports it has the same
    /// board, and exports the same file again.
    /// </summary>
    public static async Task<byte[]> WriteAsync(BoardSnapshot at, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(at.Board.Undated.Record, stream, cancellationToken);
        return stream.ToArray();
    }
}
