using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Editing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Rows;

/// <summary>The values of a row's fields as editors read them: names for keys, words for scales, days for dates.</summary>
public static class FieldWords
{
    // By the field's name in the negotiation file; what is in none of the two, and a key that the board hasn't, is shown as it is written.
    private static readonly Dictionary<string, Func<Board, string, string?>> Names = ByField<Func<Board, string, string?>>(
        (["party", "firstParty", "secondParty", "byParty", "toParties", "heldBy", "notSeenBy", "hosts"],
            (board, key) => board.Parties.GetValueOrDefault(key)?.Label),
        (["issue", "issues", "fromIssues", "toIssues", "namedOpenIssues"], (board, key) => board.Issues.GetValueOrDefault(key)?.Title),
        (["dyad", "dyads"], (board, key) => board.Dyads.GetValueOrDefault(key) is { } dyad ? board.DyadName(dyad) : null),
        (["source"], (board, key) => board.Sources.GetValueOrDefault(key) is { } source ? $"{source.Publisher}: {source.Headline}" : null),
        (["delegate", "delegates"], (board, key) => board.Delegates.GetValueOrDefault(key)?.Name),
        (["round"], (board, key) => board.Record.Rounds.FirstOrDefault(round => round.Key == key)?.Title),
        (["claim", "contradicts"], (board, key) => board.Record.Claims.FirstOrDefault(claim => claim.Key == key) is { } claim
            ? string.Join(", ", new[] { claim.ClaimantNames, claim.FigureText, claim.ThresholdWord }.OfType<string>())
            : null),
        (["draft"], (board, key) => board.Record.Drafts.FirstOrDefault(draft => draft.Key == key)?.Title),
        (["workingGroup", "workingGroups"], (board, key) => board.Record.WorkingGroups.FirstOrDefault(group => group.Key == key)?.Name));

    private static readonly Dictionary<string, Func<IStringLocalizer<Text>, string, string?>> Scales =
        ByField<Func<IStringLocalizer<Text>, string, string?>>(
            (["level"], Scale<Level>((l, value) => l.Word(value))),
            (["basis"], Scale<Basis>((l, value) => l.Word(value))),
            (["stance"], Scale<Stance>((l, value) => l.Word(value))),
            (["flexibility"], Scale<Flexibility>((l, value) => l.Word(value))),
            (["attribution"], Scale<Attribution>((l, value) => l.Word(value))),
            (["role"], Scale<Role>((l, value) => l.Word(value))),
            (["reliability"], Scale<Reliability>((l, value) => l.Word(value))),
            (["validity"], Scale<Validity>((l, value) => l.Word(value))),
            (["end"], Scale<OfferEnd>((l, value) => l.Word(value))),
            (["state"], Scale<RoundState>((l, value) => l.Word(value))),
            (["publication"], Scale<Publication>((l, value) => l.Word(value))),
            (["kind"], Scale<ScopeChangeKind>((l, value) => l.Word(value))),
            (["scope"], Scale<ClaimScope>((l, value) => l.Word(value))),
            (["threshold"], Scale<ClaimThreshold>((l, value) => l.Word(value))),
            (
                [
                    "publishedOn", "since", "until", "officeAsOf", "inForceFrom", "occurredOn", "announcedOn", "startsOn", "endsOn", "date",
                    "offeredOn", "validUntil", "endedOn", "startedOn",
                ],
                (l, value) =>
                    DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                        ? l.Date(day)
                        : null),
            (["at", "recordedAt"], (l, value) => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                ? l.Stamp(at) : null),
            (["credibility"], (l, value) =>
                int.TryParse(value, CultureInfo.InvariantCulture, out var grade) ? $"{grade}: {l.Credibility(grade)}" : null),
            (["figure", "figureTo"], (l, value) =>
                decimal.TryParse(value, CultureInfo.InvariantCulture, out var percent) ? l.ClaimedPercent(percent) : null));

    /// <summary>A field's value in words, the parts of one as the forms of <paramref name="section"/> call them; empty where it has none.</summary>
    public static string Words(this IStringLocalizer<Text> l, Board board, string field, JsonNode? value, string? section = null) => value switch
    {
        null => "",
        JsonArray list => string.Join("; ", list.Select(part => l.Words(board, field, part, section))),
        JsonObject judged when field == "earlier" => l.Earlier(board, judged, section),
        JsonObject date when RowFields.AsKnown(date) is { } known => l.Date(known.On, known.Precision),
        JsonObject whole => string.Join(", ", whole.Select(part =>
            l["{0}: {1}", l.Field(part.Key, section), l.Words(board, part.Key, part.Value, section)])),
        _ when value.GetValueKind() is JsonValueKind.True => l["yes"],
        _ when value.GetValueKind() is JsonValueKind.False => l["no"],
        _ => l.One(board, field, value.ToString()),
    };

    /// <summary>Fields that changed, from what to what: "Salience: 3 → 5; Required: yes → no".</summary>
    public static string Moved(this IStringLocalizer<Text> l, Board board, IReadOnlyList<FieldChange> fields, string section)
    {
        return string.Join("; ", fields.Select(f => l["{0}: {1} → {2}", l.Field(f.Field, section), Side(f, f.Before), Side(f, f.After)].Value));

        // A file leaves out a "no", and a list that is empty.
        string Side(FieldChange field, JsonNode? value) => l.Words(board, field.Field, value, section) is { Length: > 0 } words ? words
            : (field.Before ?? field.After)?.GetValueKind() == JsonValueKind.True ? l["no"] : l["none"];
    }

    // What was judged until a day; when that was entered is said by the history itself.
    private static string Earlier(this IStringLocalizer<Text> l, Board board, JsonObject judged, string? section) => l["until {0}: {1}",
        l.Words(board, "until", judged["until"]),
        string.Join(", ", judged.Where(part => part.Key is not ("until" or "recordedAt" or "recordedBy"))
            .Select(part => l["{0}: {1}", l.Field(part.Key, section), l.Words(board, part.Key, part.Value, section)]))];

    private static string One(this IStringLocalizer<Text> l, Board board, string field, string value) =>
        Names.GetValueOrDefault(field)?.Invoke(board, value) ?? Scales.GetValueOrDefault(field)?.Invoke(l, value) ?? value;

    private static Func<IStringLocalizer<Text>, string, string?> Scale<T>(Func<IStringLocalizer<Text>, T, string> word) where T : struct, Enum =>
        (l, value) => Enum.TryParse<T>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? word(l, known)
            : null;

    private static Dictionary<string, T> ByField<T>(params (string[] Fields, T Words)[] groups) =>
        groups.SelectMany(group => group.Fields, (group, field) => (field, group.Words)).ToDictionary(StringComparer.Ordinal);
}
