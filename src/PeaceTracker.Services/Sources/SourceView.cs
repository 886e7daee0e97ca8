using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Services.Sources;

/// <summary>One source with everything that rests on it.</summary>
public sealed record SourceView
{
    private SourceView()
    {
    }

    /// <summary>The source.</summary>
    public required Source Source { get; init; }

    /// <summary>Whether it was published only after the board's date: what it told of later is on the board of that day all the same.</summary>
    public required bool PublishedLater { get; init; }

    /// <summary>The whole board's agreed share, on record, by all sources, and what it would be without what rests on this one alone.</summary>
    public required (Share With, Share Without) Agreed { get; init; }

    /// <summary>The issues that would stand or be counted differently over the board without it: as they stand, and as they would.</summary>
    public required IReadOnlyList<(IssueStanding With, IssueStanding Without)> Alone { get; init; }

    /// <summary>What rests or rested on it, place by place in the order of the source.</summary>
    public required IReadOnlyList<SourcePlace> Places { get; init; }

    /// <summary>Number of facts that rest on it: one cited at two places counts once.</summary>
    public int Facts => Counts.Values.Sum();

    /// <summary>Number of facts by kind; kinds without any are left out.</summary>
    public required IReadOnlyDictionary<UseKind, int> Counts { get; init; }

    /// <summary>One source; null where the key is none of those known.</summary>
    public static SourceView? Of(BoardSnapshot at, string key)
    {
        if (at.KnownSources.GetValueOrDefault(key) is not { } source)
        {
            return null;
        }

        var alone = Support.RestingOn(at, key);
        var all = SourceUses.Of(at, key).ToList();
        return new SourceView
        {
            Source = source,
            PublishedLater = source.PublishedOn > at.Date,
            Agreed = (at.Shares.Agreed, Support.After(at.Shares.Agreed, alone)),
            Alone = alone,
            Places =
            [
                .. all.GroupBy(u => u.Citation.Locator, StringComparer.Ordinal)
                    .Select(g => new SourcePlace(g.Key, [.. g]))
                    .OrderBy(p => p.Order.Words, StringComparer.Ordinal).ThenBy(p => p.Order.Number),
            ],
            Counts = ListedSource.Count(all),
        };
    }
}

/// <summary>One place of a source, and what rests on it.</summary>
/// <param name="Locator">Paragraph, page or minute.</param>
/// <param name="Uses">What rests on it, by kind.</param>
public sealed record SourcePlace(string Locator, IReadOnlyList<SourceUse> Uses)
{
    /// <summary>What rests on it, as lines.</summary>
    public IReadOnlyList<UseLine> Lines => UseLine.Of(Uses);

    /// <summary>How credible all that rests on it is, 1 to 6, where that is the same of all; else null, and each says it by itself.</summary>
    public int? Credibility => Uses.Select(u => u.Citation.Credibility).Distinct().ToList() is [var one] ? one : null;

    /// <summary>What the source says there, where that is recorded once for all; else null, and each says it by itself.</summary>
    public string? Paraphrase => Uses.Select(u => u.Citation.Paraphrase).Distinct().ToList() is [var one] ? one : null;

    /// <summary>P2 before P10: the words before the first number, then the number.</summary>
    internal (string Words, int Number) Order
    {
        get
        {
            var start = Locator.AsSpan().IndexOfAnyInRange('0', '9');
            var digits = start < 0 ? "" : new string([.. Locator[start..].TakeWhile(char.IsAsciiDigit)]);
            return (start < 0 ? Locator : Locator[..start], int.TryParse(digits, out var number) ? number : 0);
        }
    }
}
