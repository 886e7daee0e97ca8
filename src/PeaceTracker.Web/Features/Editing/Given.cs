using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>
/// What the address of a form says that a new row is about: it goes into the empty form. A name that the board does not have, or not any more, is
/// put aside with a sentence.
/// </summary>
public sealed class Given
{
    private readonly AddressValues values;
    private readonly List<(string Name, string? Value)> taken = [];
    private readonly List<string> away = [];

    /// <summary>What an address says of a board.</summary>
    public Given(AddressValues values, Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        this.values = values;
        Issue = Key("issue", board.Record.Issues);
        Dyad = Key("dyad", board.Record.Dyads);
        Party = Key("party", board.Record.Parties);
        Round = Key("round", board.Record.Rounds);
        From = Typed("from", TextLimits.Key);
        (Url, Title, Text) = (Typed("url", TextLimits.Text), Typed("title", TextLimits.Note), Typed("text", TextLimits.Note));
    }

    /// <summary>Key of the issue.</summary>
    public string? Issue { get; }

    /// <summary>The same for a field that takes several.</summary>
    public IReadOnlyList<string> Issues => Issue is null ? [] : [Issue];

    /// <summary>Key of the dyad.</summary>
    public string? Dyad { get; }

    /// <summary>Key of the party.</summary>
    public string? Party { get; }

    /// <summary>Key of the round.</summary>
    public string? Round { get; }

    /// <summary>Key of the row that the new one is to be like.</summary>
    public string? From { get; }

    /// <summary>The address of a page that is to be a source.</summary>
    public string? Url { get; }

    /// <summary>The title of that page.</summary>
    public string? Title { get; }

    /// <summary>What was marked on that page.</summary>
    public string? Text { get; }

    /// <summary>What can't be used of it, each in a sentence.</summary>
    public IReadOnlyList<string> PutAside =>
        [.. values.PutAside, .. away, .. values.Refusal is { } refusal ? [refusal] : Array.Empty<string>()];

    /// <summary>What is used of it, as the end of an address; empty where nothing is given.</summary>
    public string Query => AddressValues.Written("", taken);

    /// <summary>The address of a form with what the new row is about.</summary>
    public static string At(string path, string? issue = null, string? dyad = null, string? party = null, string? round = null) =>
        AddressValues.Written(path, [("issue", issue), ("dyad", dyad), ("party", party), ("round", round)]);

    /// <summary>The address of a form that begins as a copy of a row.</summary>
    public static string Like(string path, string key) => AddressValues.Written(path, [("from", key)]);

    private string? Key<T>(string name, IEnumerable<T> rows) where T : IDescriptive => Take(name, values.Filter(
        name, rows.Where(row => row.Retracted is null).Select(row => row.Key),
        NotThere));

    /// <summary>The row of that key is not there.</summary>
    public void PutAway(string key) => away.Add(NotThere(key));

    private string NotThere(string given) => values.L["The address names “{0}”, which is not on this board now, so it is left out.", given];

    private string? Typed(string name, int limit) => Take(name, values.Typed(name, limit));

    private string? Take(string name, string? value)
    {
        taken.Add((name, value));
        return value;
    }
}
