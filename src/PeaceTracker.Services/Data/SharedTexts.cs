using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;

namespace PeaceTracker.Services.Data;

/// <summary>
/// Texts that the rows of a record repeat, each held once. The database gives every row its own: of hundreds of thousands of entries the keys of
/// what they are about, and who entered them, took a tenth of a large board's memory.
/// </summary>
internal sealed class SharedTexts
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>The same row with texts that it shares with those before it; of kinds that are few, the row itself.</summary>
    public T Shared<T>(T row) where T : class, IRow => row switch
    {
        StatusEvent status => (T)(IRow)(status with
        {
            IssueKey = Shared(status.IssueKey), DyadKey = Shared(status.DyadKey), RoundKey = Of(status.RoundKey),
            RecordedBy = Shared(status.RecordedBy),
        }),
        Position position => (T)(IRow)(position with
        {
            IssueKey = Shared(position.IssueKey), PartyKey = Shared(position.PartyKey), RoundKey = Of(position.RoundKey),
            RecordedBy = Shared(position.RecordedBy),
        }),
        _ => row,
    };

    private string? Of(string? text) => text is null ? null : Shared(text);

    private string Shared(string text)
    {
        if (_texts.TryGetValue(text, out var there))
        {
            return there;
        }

        _texts.Add(text);
        return text;
    }
}
