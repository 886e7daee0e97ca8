using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Issues;
using PeaceTracker.Services.Search;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Search;

/// <summary>What the words of a search mean on a board, beside what its texts say: levels, red lines, what was reopened, a date.</summary>
public static class BoardWords
{
    private const int Shortest = 4;

    /// <summary>The ways that a search names, each in words and with its address.</summary>
    public static IReadOnlyList<(string Words, string Href)> Of(IStringLocalizer<Text> l, BoardSnapshot at, BoardAddress address, string query)
    {
        var asked = SearchText.Fold(query).Trim();
        return asked.Length < Shortest ? [] :
        [
            .. Dates(l, at, address, query),
            .. from word in Known(l)
               where word.Names.Any(name => Means(asked, SearchText.Fold(name)))
               let count = IssueList.Of(at, word.Query).Matching.Count
               select (l["{0}: {1}", word.Names[0], l.Number(count, "{0} issue", "{0} issues")].Value, address.To("issues", (word.Name, word.Value))),
        ];
    }

    private static IEnumerable<(string[] Names, IssueQuery Query, string Name, string Value)> Known(IStringLocalizer<Text> l) =>
    [
        ([l["Red lines"], l["red line"]], new IssueQuery { RedLines = true }, "redlines", AddressValues.Yes),
        ([l["Reopened"]], new IssueQuery { Reopened = true }, "reopened", AddressValues.Yes),
        ([l["Contested"]], new IssueQuery { Contested = true }, "contested", AddressValues.Yes),
        ([l["Core issues"]], new IssueQuery { Core = true }, "core", AddressValues.Yes),
        ([l["What remains"]], new IssueQuery { Open = true }, "open", AddressValues.Yes),
        ([l["Without new evidence"], l["stale"]], new IssueQuery { Stale = true }, "stale", AddressValues.Yes),
        ([l["Resting on one publisher"], l["one source"], l["single source"]], new IssueQuery { SinglePublisher = true }, "single",
            AddressValues.Yes),
        .. LevelFilter.Choices.Select(level =>
            (new[] { l.Word(level) }, new IssueQuery { Levels = LevelFilter.Of(level) }, "level", ScaleWord.Of(level))),
    ];

    private static IEnumerable<(string, string)> Dates(IStringLocalizer<Text> l, BoardSnapshot at, BoardAddress address, string query) =>
        WrittenDate.Read(query).Readings.Where(day => day.Last <= at.Date).SelectMany(day => new[]
        {
            (l["The board as of {0}", l.Date(day.Last)].Value, address.On(address.Moment with { AsOf = day.Last }).Summary),
            (l["What changed between {0} and {1}", l.Date(day.Last), l.Date(at.Date)].Value, address.To(
                "changes", ("from", BoardAddress.Format(day.Last)), ("to", BoardAddress.Format(at.Date)))),
        });

    private static bool Means(string asked, string name) =>
        name.Contains(asked, StringComparison.Ordinal) || $" {asked} ".Contains($" {name} ", StringComparison.Ordinal);
}
