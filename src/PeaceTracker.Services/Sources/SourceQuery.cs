using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Sources;

/// <summary>What a reader asks of the sources: the filters that narrow them, and their order.</summary>
public sealed record SourceQuery
{
    /// <summary>Words that its headline, publisher or byline must all have; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>Who published it.</summary>
    public ChosenSet<string> Publishers { get; init; }

    /// <summary>How reliable the publisher is.</summary>
    public ChosenSet<Reliability> Reliabilities { get; init; }

    /// <summary>Its language, as a tag.</summary>
    public ChosenSet<string> Languages { get; init; }

    /// <summary>Kinds of fact, of one of which something rests on it.</summary>
    public ChosenSet<UseKind> Uses { get; init; }

    /// <summary>Days, on one of which it can have been published.</summary>
    public DayRange Published { get; init; }

    /// <summary>The order.</summary>
    public TableOrder<SourceSort> Order { get; init; } = ListedSource.Usual;

    /// <summary>The sources of a list that are asked for.</summary>
    public IEnumerable<ListedSource> Among(IEnumerable<ListedSource> sources)
    {
        var words = SearchText.Words(Text);
        return sources.Where(listed => listed.Source is var source
            && Publishers.Passes(source.Publisher)
            && Reliabilities.Passes(source.Reliability)
            && Languages.Passes(source.Language)
            && Uses.PassesAny(listed.Counts.ContainsKey)
            && Published.Passes(source.NoLaterThan ? DateOnly.MinValue : source.PublishedOn, source.Published.Last)
            && SearchText.Matches(words, source.Headline, source.Publisher, source.Byline));
    }
}
