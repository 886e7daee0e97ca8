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

    /// <summary>What an address says of a board.</summary>
    public Given(AddressValues values, Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        this.values = values;
        Issue = Key("issue", board.Record.Issues);
        Dyad = Key("dyad", board.Record.Dyads);
        Party = Key("party", board.Record.Parties);
        Round = Key("round", board.Record.Rounds);
        (Url, Title, Text) = (Typed("url", TextLimits.Text), Typed("title", TextLimits.Note), Typed("text", TextLimits.Note));
    }

    /// <summary>Key of the issue.</summary>
    public string? Issue { get; }

    /// <summary>Key of the dyad.</summary>
    public string? Dyad { get; }

    /// <summary>Key of the party.</summary>
    public string? Party { get; }

    /// <summary>Key of the round.</summary>
    public string? Round { get; }

    /// <summary>The address of a page that is to be a source.</summary>
    public string? Url { get; }

    /// <summary>The title of that page.</summary>
    public string? Title { get; }

    /// <summary>What was marked on that page.</summary>
    public string? Text { get; }

    /// <summary>What can't be used of it, each in a sentence.</summary>
    public IReadOnlyList<string> PutAside => values.Refusal is { } refusal ? [.. values.PutAside, refusal] : values.PutAside;

    /// <summary>What is used of it, as the end of an address; empty where nothing is given.</summary>
    public string Query => AddressValues.Written("", taken);

    /// <summary>The address of a form with what the new row is about.</summary>
    public static string At(string path, string? issue = null, string? dyad = null, string? party = null, string? round = null) =>
        AddressValues.Written(path, [("issue", issue), ("dyad", dyad), ("party", party), ("round", round)]);

    private string? Key<T>(string name, IEnumerable<T> rows) where T : IDescriptive => Take(name, values.Filter(
        name, rows.Where(row => row.Retracted is null).Select(row => row.Key),
        given => values.L["The address names “{0}”, which is not on this board now: that field is empty.", given]));

    private string? Typed(string name, int limit) => Take(name, values.Typed(name, limit));

    private string? Take(string name, string? value)
    {
        taken.Add((name, value));
        return value;
    }
}
