using System.Globalization;
using System.Text.RegularExpressions;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Services.Sources;

/// <summary>
/// What can be told of a source by its address alone: who published it, when, and where it is archived. A guess that fills empty fields, for the
/// editor to look over; nothing is fetched.
/// </summary>
/// <param name="Url">Its address; of a copy in an archive that of the page copied.</param>
/// <param name="ArchivedUrl">The address of the copy; null where the address is that of the page itself.</param>
/// <param name="Publisher">Who published it: as sources of the same place name it, else the name of the place; null where the place is shared by
/// many.</param>
/// <param name="Known">The newest source of the same place; null where there is none.</param>
/// <param name="Published">The day or month that stands in the address; null where there is none, or more than one.</param>
public sealed partial record PastedAddress(string Url, string? ArchivedUrl, string? Publisher, Source? Known, DateAsKnown? Published)
{
    // Places where everybody has pages: whose they are says the first part of the path.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal)
    {
        "x.com", "twitter.com", "t.me", "facebook.com", "youtube.com", "youtu.be", "instagram.com", "linkedin.com", "tiktok.com", "truthsocial.com",
        "vk.com", "bsky.app", "medium.com", "docs.google.com", "drive.google.com", "archive.org", "web.archive.org", "archive.ph", "archive.is",
        "archive.today", "perma.cc", "news.google.com", "msn.com",
    };

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    /// <summary>What an address tells; null where it is none of the web. <paramref name="known"/> are the sources on the board.</summary>
    public static PastedAddress? Read(string typed, IEnumerable<Source> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(known);
        var url = typed.Trim();
        var archived = Copied().Match(url) is { Success: true } copy ? url : null;
        url = archived is null ? url : Copied().Match(url).Groups["copied"].Value;
        if (WebAddress.Place(url) is not { } place)
        {
            return null;
        }

        var shared = Shared.Contains(place.Host);
        var there = known.Where(source => source.Retracted is null && WebAddress.Place(source.Url) is { } other && other.Host == place.Host
                && (!shared || other.First == place.First)).MaxBy(source => source.RecordedAt);
        return new PastedAddress(url, archived, there?.Publisher ?? (shared ? null : place.Host), there, DayIn(new Uri(url).AbsolutePath));
    }

    /// <summary>
    /// A page's title as its headline, without the name of the place behind a bar or dash ("Talks resume | Reuters" of reuters.com), and that name.
    /// </summary>
    public (string Headline, string? Publisher) Titled(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Named().Match(title) is { Success: true } named && IsPlace(named.Groups["name"].Value)
            ? (named.Groups["headline"].Value, named.Groups["name"].Value)
            : (title, null);
    }

    // The place by its own name: "BBC News" of bbc.co.uk, and any name that sources on the board have for it.
    private bool IsPlace(string name) => name.Equals(Known?.Publisher, StringComparison.OrdinalIgnoreCase)
        || (WebAddress.Place(Url)?.Host.Split('.')[0] is { Length: > 1 } label
            && string.Concat(name.Where(char.IsLetterOrDigit)).StartsWith(label, StringComparison.OrdinalIgnoreCase));

    private static DateAsKnown? DayIn(string path)
    {
        var days = Days().Matches(path).Select(Date).OfType<DateAsKnown>().Distinct().ToList();
        return days is [var one] ? one : null;
    }

    private static DateAsKnown? Date(Match match)
    {
        var name = match.Groups["name"].Value;
        var month = name.Length > 0 ? Array.FindIndex(Months, m => m.Equals(name, StringComparison.OrdinalIgnoreCase)) + 1
            : int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        var exact = match.Groups["day"].Success;
        var day = exact ? int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture) : 1;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null
            : DateAsKnown.Of(new DateOnly(year, month, day), exact ? DatePrecision.Day : DatePrecision.Month);
    }

    [GeneratedRegex(@"\A(?<headline>.*\S)\s+[|–—-]\s+(?<name>[^|–—]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    // A copy in the Internet Archive has the address of the page within its own.
    [GeneratedRegex(@"\Ahttps?://web\.archive\.org/web/[0-9]{4,14}[a-z_]*/(?<copied>https?://.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Copied();

    // 2025/12/15, 2025/dec/15, 2025-12-15, 20251215, and the month alone between slashes.
    [GeneratedRegex(
        @"(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?:(?<sep>[/-])(?:(?<month>[0-9]{1,2})|(?<name>[a-z]{3}))\k<sep>(?<day>[0-9]{1,2})(?![0-9])"
        + @"|(?<month>[0-9]{2})(?<day>[0-9]{2})(?![0-9])|/(?<month>[0-9]{2})(?=/))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Days();
}
