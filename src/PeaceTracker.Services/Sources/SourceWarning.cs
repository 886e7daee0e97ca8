using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Search;

namespace PeaceTracker.Services.Sources;

/// <summary>What is unusual about a source, or about what is cited from one.</summary>
public enum SourceWarningKind
{
    /// <summary>A source with the same address is on the board already.</summary>
    SameAddress,
    /// <summary>A source with nearly the same headline is on the board already.</summary>
    LikeHeadline,
    /// <summary>The source cited was out before the day of which it is to tell.</summary>
    OlderThanCitedFor,
    /// <summary>By the date that is typed, the source was out before the day of something that rests on it.</summary>
    OlderThanWhatRests,
}

/// <summary>One thing that is unusual about a source: it is said while a form is typed, and is no hindrance.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Field">The field of the row that it is about, by its path in the row.</param>
/// <param name="Source">The source that is there already, or that is cited; of <see cref="SourceWarningKind.OlderThanWhatRests"/> the one that is
/// typed.</param>
/// <param name="Day">The day of which it is to tell, of several the newest; null where that is not the matter.</param>
/// <param name="Facts">How many facts rest on the source that are newer than it; 0 where that is not the matter.</param>
public sealed record SourceWarning(SourceWarningKind Kind, string Field, Source Source, DateAsKnown? Day = null, int Facts = 0)
{
    /// <summary>Of so many that look alike, the first are enough to see it.</summary>
    private const int Most = 3;

    /// <summary>How much of the words of two headlines must be the same for them to look alike.</summary>
    private const double Alike = 0.75;

    /// <summary>
    /// What is unusual about a row that is being typed on a board with that record; <paramref name="original"/> is what its form was opened with,
    /// null for a new one.
    /// </summary>
    public static IReadOnlyList<SourceWarning> Of(NegotiationRecord record, IRow row, IRow? original = null) =>
    [
        .. Cited(record, row),
        .. row is Source source ? Doubles(record, source).Concat(Resting(record, source, original as Source)) : [],
    ];

    private static IEnumerable<SourceWarning> Cited(NegotiationRecord record, IRow row) =>
        from cited in row.Cited()
        let source = record.Sources.FirstOrDefault(s => s.Key == cited.Citation.SourceKey)
        let day = row is ClaimAppearance added ? Reported(record, added, cited.Of) : cited.Of
        where source is not null && day is { } of && IsOlder(source, of)
        select new SourceWarning(SourceWarningKind.OlderThanCitedFor, $"{cited.Field}.source", source, day);

    // What prints a claim came after it: the claim's day counts where that is the later one. Which claim it is may be still to be chosen.
    private static DateAsKnown? Reported(NegotiationRecord record, ClaimAppearance added, DateAsKnown? published) =>
        LiveEntries.InPlace(record.Claims, null).GetValueOrDefault(added.ClaimKey ?? "") is { } claim
            ? DateAsKnown.Newest(new[] { published, new DateAsKnown(claim.OccurredOn, claim.Precision) }.OfType<DateAsKnown>())
            : published;

    // It was out, at the latest, before it can have happened at the earliest.
    private static bool IsOlder(Source source, DateAsKnown of) => source.Published.Last < of.On;

    private static IEnumerable<SourceWarning> Doubles(NegotiationRecord record, Source source)
    {
        var others = record.Sources.Where(s => s.Retracted is null && s.Key != source.Key).ToList();
        var addresses = Addresses(source).ToHashSet(StringComparer.Ordinal);
        var same = others.Where(s => Addresses(s).Any(addresses.Contains)).Take(Most).ToList();
        var words = Words(source.Headline);
        var alike = others.Except(same).Where(s => LookAlike(words, Words(s.Headline))).Take(Most);
        return
        [
            .. same.Select(s => new SourceWarning(SourceWarningKind.SameAddress, "url", s)),
            .. alike.Select(s => new SourceWarning(SourceWarningKind.LikeHeadline, "headline", s)),
        ];
    }

    private static IEnumerable<string> Addresses(Source source) =>
        new[] { WebAddress.Plain(source.Url), WebAddress.Plain(source.ArchivedUrl) }.OfType<string>();

    private static HashSet<string> Words(string headline) =>
        [.. SearchText.Words(new string([.. headline.Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')]))];

    private static bool LookAlike(HashSet<string> one, HashSet<string> other) =>
        one.Count > 0 && one.Count(other.Contains) is var both && both >= Alike * (one.Count + other.Count - both);

    // Asked only where the date is another: what rests on a source are all entries of a board.
    private static IEnumerable<SourceWarning> Resting(NegotiationRecord record, Source source, Source? original)
    {
        if (original is null || original.Published == source.Published)
        {
            yield break;
        }

        var newer = Standing(record)
            .SelectMany(row => row.Cited()
                .Where(cited => cited.Citation.SourceKey == source.Key && cited.Of is { } of && IsOlder(source, of)).Take(1))
            .ToList();
        if (newer.Count > 0)
        {
            var newest = DateAsKnown.Newest(newer.Select(cited => cited.Of!.Value));
            yield return new SourceWarning(SourceWarningKind.OlderThanWhatRests, "publishedOn", source, newest, newer.Count);
        }
    }

    private static IEnumerable<IRow> Standing(NegotiationRecord record) =>
        from list in RecordSections.Lists
        let rows = list.In(record)
        let superseded = rows.OfType<IEntry>().Select(entry => entry.SupersedesKey).ToHashSet(StringComparer.Ordinal)
        from row in rows
        where row is IDescriptive { Retracted: null } || (row is IEntry { Kind: not EntryKind.Retraction } && !superseded.Contains(row.Key))
        select row;
}
