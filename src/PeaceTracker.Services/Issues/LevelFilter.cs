using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Issues;

/// <summary>
/// A set of levels that a reader asks for; the empty one asks for nothing and lets every level through. In words it is written level by level
/// ("disputed"), or as a range of the ordered levels ("below-agreed-in-principle", "at-least-narrowing").
/// </summary>
public readonly record struct LevelFilter
{
    private const string BelowWord = "below-", AtLeastWord = "at-least-";

    private readonly int _bits;

    private LevelFilter(int bits) => _bits = bits;

    /// <summary>The levels that can be asked for, as pages list them: from concluded down, then those outside the order.</summary>
    public static IReadOnlyList<Level> Choices { get; } =
        [.. LevelScale.Ordered.Reverse(), Level.Deferred, Level.Unknown, Level.NotApplicable];

    /// <summary>All words that ask for something: of each level, and of each range of more than one level and less than all ordered ones.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Meanings().Select(m => m.Word)];

    /// <summary>Whether anything is asked for.</summary>
    public bool IsSet => _bits != 0;

    /// <summary>The levels asked for, in the order of <see cref="Choices"/>.</summary>
    public IEnumerable<Level> Levels => Choices.Where(Has);

    /// <summary>The set in words, the shortest way; null where nothing is asked for.</summary>
    public string? Text
    {
        get
        {
            var bits = _bits;
            return !IsSet ? null
                : Meanings().FirstOrDefault(m => m.Bits == bits).Word ?? string.Join(',', Levels.Select(ScaleWord.Of));
        }
    }

    /// <summary>The lowest level of a range "at least"; null where the set is none.</summary>
    public Level? From => Range(AtLeast);

    /// <summary>The level above a range "below"; null where the set is none.</summary>
    public Level? Under => Range(Below);

    /// <summary>Whether a level passes: it is among those asked for, or nothing is.</summary>
    public bool Passes(Level level) => !IsSet || Has(level);

    /// <summary>Whether a level is among those asked for.</summary>
    public bool Has(Level level) => (_bits & Bit(level)) != 0;

    /// <summary>These levels.</summary>
    public static LevelFilter Of(params IEnumerable<Level> levels) => new(levels.Aggregate(0, (bits, level) => bits | Bit(level)));

    /// <summary>The ordered levels below one of them.</summary>
    public static LevelFilter Below(Level level) => Of(LevelScale.Ordered.Where(l => l.Rank() < level.Rank()));

    /// <summary>The ordered levels from one of them on.</summary>
    public static LevelFilter AtLeast(Level level) => Of(LevelScale.Ordered.Where(l => l.Rank() >= level.Rank()));

    /// <summary>Everything that words ask for together; words that are none ask for nothing.</summary>
    public static LevelFilter Read(IEnumerable<string> words)
    {
        var meanings = Meanings().ToDictionary(m => m.Word, m => m.Bits, StringComparer.Ordinal);
        return new LevelFilter(words.Aggregate(0, (bits, word) => bits | meanings.GetValueOrDefault(word)));
    }

    private Level? Range(Func<Level, LevelFilter> range)
    {
        var set = this;
        return LevelScale.Ordered.Where(l => range(l) == set && range(l).Levels.Skip(1).Any()).Select(l => (Level?)l).FirstOrDefault();
    }

    private static IEnumerable<(string Word, int Bits)> Meanings() =>
    [
        .. Choices.Select(l => (ScaleWord.Of(l), Bit(l))),
        .. LevelScale.Ordered.Skip(2).Select(l => (BelowWord + ScaleWord.Of(l), Below(l)._bits)),
        .. LevelScale.Ordered.Skip(1).SkipLast(1).Select(l => (AtLeastWord + ScaleWord.Of(l), AtLeast(l)._bits)),
    ];

    private static int Bit(Level level) => 1 << (int)level;
}
