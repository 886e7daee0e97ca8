using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>Something of the board that a field can name: its key, and the name it is found by.</summary>
/// <param name="Key">The key.</param>
/// <param name="Name">The name.</param>
public sealed record KeyedItem(string Key, string Name);

/// <summary>What the board has to pick from: what was retracted is named by nothing new.</summary>
public static class KeyedItems
{
    private static readonly ConditionalWeakTable<Board, ConcurrentDictionary<(string, CultureInfo), IReadOnlyList<KeyedItem>>> Made = [];

    /// <summary>All issues by title.</summary>
    public static IReadOnlyList<KeyedItem> PickIssues(this Board board) =>
        Once(board, () => Sorted(board.Record.Issues.Where(Stands).Select(issue => new KeyedItem(issue.Key, issue.Title))));

    /// <summary>All parties by name.</summary>
    public static IReadOnlyList<KeyedItem> PickParties(this Board board) =>
        Once(board, () => Sorted(board.Record.Parties.Where(Stands).Select(party => new KeyedItem(party.Key, party.Name))));

    /// <summary>All dyads by the labels of their parties.</summary>
    public static IReadOnlyList<KeyedItem> PickDyads(this Board board) =>
        Once(board, () => Sorted(board.Record.Dyads.Where(Stands).Select(dyad => new KeyedItem(dyad.Key, board.DyadName(dyad)))));

    /// <summary>All delegates by name.</summary>
    public static IReadOnlyList<KeyedItem> PickDelegates(this Board board) =>
        Once(board, () => Sorted(board.Record.Delegates.Where(Stands).Select(person => new KeyedItem(person.Key, person.Name))));

    /// <summary>All rounds, the latest first.</summary>
    public static IReadOnlyList<KeyedItem> PickRounds(this Board board) =>
        Once(board, () =>
            [.. board.Record.Rounds.Where(Stands).OrderByDescending(round => round.StartsOn).Select(round => new KeyedItem(round.Key, round.Title))]);

    /// <summary>All sources, the latest first.</summary>
    public static IReadOnlyList<KeyedItem> PickSources(this Board board) =>
        Once(board, () => [.. board.Record.Sources.Where(Stands).OrderByDescending(source => source.PublishedOn)
            .Select(source => new KeyedItem(
                source.Key, $"{source.Publisher}: {source.Headline} ({source.DateAsPrinted ?? BoardAddress.Format(source.PublishedOn)})"))]);

    /// <summary>All working groups by name.</summary>
    public static IReadOnlyList<KeyedItem> PickWorkingGroups(this Board board) =>
        Once(board, () => Sorted(board.Record.WorkingGroups.Where(Stands).Select(group => new KeyedItem(group.Key, group.Name))));

    /// <summary>All drafts by title.</summary>
    public static IReadOnlyList<KeyedItem> PickDrafts(this Board board) =>
        Once(board, () => Sorted(board.Record.Drafts.Where(Stands).Select(draft => new KeyedItem(draft.Key, draft.Title))));

    /// <summary>
    /// The claims that stand, the latest first, or those of them that <paramref name="may"/> be picked. Each has the key by which
    /// <paramref name="naming"/> names it already, be that of an entry corrected since, so that what is chosen stays chosen.
    /// </summary>
    public static IReadOnlyList<KeyedItem> PickClaims(
        this Board board, IStringLocalizer<Text> l, Func<Claim, bool>? may = null, IReadOnlyList<string>? naming = null)
    {
        var inPlace = LiveEntries.InPlace(board.Record.Claims, null);
        var named = (naming ?? []).Where(inPlace.ContainsKey).ToLookup(key => inPlace[key].Key, StringComparer.Ordinal);
        return
        [
            .. LiveEntries.Of(board.Record.Claims, null).Reverse().Where(claim => may?.Invoke(claim) != false).Select(claim => new KeyedItem(
                named[claim.Key].FirstOrDefault(claim.Key), $"{l.Date(claim.OccurredOn, claim.Precision)}: {l.ClaimTitle(claim)}")),
        ];
    }

    // Each field of each open form asks for them, at each letter that is typed: of one board they are made once, and go with it.
    private static IReadOnlyList<KeyedItem> Once(Board board, Func<KeyedItem[]> make, [CallerMemberName] string what = "") =>
        Made.GetOrCreateValue(board).GetOrAdd((what, CultureInfo.CurrentCulture), _ => make());

    private static bool Stands(IDescriptive row) => row.Retracted is null;

    private static KeyedItem[] Sorted(IEnumerable<KeyedItem> items) => [.. items.OrderBy(item => item.Name, StringComparer.CurrentCulture)];
}
