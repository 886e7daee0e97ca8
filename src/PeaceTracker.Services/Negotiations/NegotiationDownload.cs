using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Negotiations;

/// <summary>A negotiation as a negotiation file, as it stood at the change of a board.</summary>
public static class NegotiationDownload
{
    /// <summary>
    /// Writes the file: the whole record, whatever day the board is looked at, and nothing of what was changed before. Whoever imports it has the
    /// same board, and exports the same file again.
    /// </summary>
    public static Task WriteAsync(BoardSnapshot at, Stream stream, CancellationToken cancellationToken) =>
        NegotiationFileWriter.WriteAsync(at.Board.Undated.Record, stream, cancellationToken);
}
