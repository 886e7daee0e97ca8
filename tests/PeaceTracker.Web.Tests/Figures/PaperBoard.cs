using System.Globalization;
using System.Text.Json.Nodes;

namespace PeaceTracker.Web.Tests.Figures;

/// <summary>
/// The method once more, by hand: from the text of docs/method.md and the bare file, on a day, by what was known at the end of another.
/// It shares nothing with the program but the text.
/// </summary>
internal sealed class PaperBoard(JsonObject file, string date, string? knownAt)
{
    // The weakest first; deferred counts as not agreed and ranks between narrowing and agreed in principle.
    private static readonly List<string> Order =
    [
        "not-discussed", "disputed", "narrowing", "deferred", "agreed-in-principle", "text-agreed", "concluded",
    ];

    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["not-discussed"] = "Not discussed", ["disputed"] = "Disputed", ["narrowing"] = "Narrowing", ["deferred"] = "Deferred",
        ["agreed-in-principle"] = "Agreed in principle", ["text-agreed"] = "Text agreed", ["concluded"] = "Concluded", ["unknown"] = "Unknown",
    };

    private readonly Dictionary<string, List<JsonObject>> standing = [];
    private readonly Dictionary<(string Issue, string Dyad), (string Level, bool Claimed)> levels = [];

    public JsonObject? Agenda =>
        Of("agendaVersions").Where(a => Known(a) && Before(Text(a, "inForceFrom"))).MaxBy(a => Text(a, "inForceFrom"), StringComparer.Ordinal);

    public List<string> Scope => Agenda is { } agenda ? Texts(agenda, "issues") : [];

    public List<string> Dyads => [.. Of("dyads").Select(d => Text(d, "key"))];

    public string DyadName(string key)
    {
        var dyad = Of("dyads").Single(d => Text(d, "key") == key);
        return $"{PartyName(Text(dyad, "firstParty"))}–{PartyName(Text(dyad, "secondParty"))}";
    }

    public List<string> Categories => [.. Scope.Select(Category).Distinct()];

    public string Title(string issue) => Text(Issue(issue), "title");

    public string Category(string issue) => Text(Issue(issue), "category");

    /// <summary>The claims that stand, the newest first.</summary>
    public List<JsonObject> Claims =>
    [
        .. Live("claims")
            .OrderByDescending(c => Text(c, "occurredOn"), StringComparer.Ordinal)
            .ThenByDescending(Recorded, StringComparer.Ordinal),
    ];

    /// <summary>Whether a claim can head the board by itself: a figure, the agreed sense, the whole or a required pair.</summary>
    public bool Heads(JsonObject claim) =>
        HasFigure(claim) && Text(claim, "threshold") == "agreed"
        && (Text(claim, "scope") == "whole-board"
            || (Text(claim, "scope") == "dyad" && Of("dyads").Any(d => Text(d, "key") == Text(claim, "dyad") && (bool?)d["required"] == true)));

    public static bool HasFigure(JsonObject claim) => (claim["figure"] ?? claim["agreedPoints"]) is not null;

    public PaperShare Board(string level, bool withClaimed = false) => Count(Scope, issue => Verdict(Judged(issue), level, withClaimed));

    /// <summary>The share over some of the issues alone.</summary>
    public PaperShare Board(string level, IEnumerable<string> issues, bool withClaimed = false) =>
        Count(issues, issue => Verdict(Judged(issue), level, withClaimed));

    public PaperShare Core => Count(Scope.Where(i => Salience(i) == 5), issue => Verdict(Judged(issue), "agreed-in-principle", false));

    public PaperShare InCategory(string category) =>
        Count(Scope.Where(i => Category(i) == category), issue => Verdict(Judged(issue), "agreed-in-principle", false));

    public PaperShare SharedBy(string dyad, string level = "agreed-in-principle") =>
        Count(ScopeOf(dyad), issue => Verdict([Between(issue, dyad)], level, false));

    public PaperShare Coverage => new(Scope.Count(i => LevelOf(i) != "unknown"), 0, Scope.Count);

    public PaperFraction Weighted =>
        new(Scope.Where(i => Verdict(Judged(i), "agreed-in-principle", false) == "met").Sum(Salience), Scope.Sum(Salience));

    /// <summary>The share that a claim speaks of; null where it speaks of another scope or names no threshold.</summary>
    public PaperShare? ShareOf(JsonObject claim) => (Text(claim, "threshold"), Text(claim, "scope")) switch
    {
        ("none", _) or (_, "other") => null,
        (var word, "dyad") => SharedBy(Text(claim, "dyad"), Threshold(word)),
        var (word, _) => Board(Threshold(word)),
    };

    /// <summary>The last level of an issue over the whole board: the weakest known, unknown beside others that are all agreed.</summary>
    public string LevelOf(string issue) => Weakest([.. Judged(issue).Select(d => d.Level)]);

    public string LevelBetween(string issue, string dyad) => Between(issue, dyad).Level;

    public List<string> ScopeOf(string dyad) =>
        [.. Scope.Where(i => Texts(Issue(i), "dyads").Contains(dyad) && Between(i, dyad).Level != "not-applicable")];

    /// <summary>The place of a level on the ordered scale from 0 to 5; null outside it.</summary>
    public static int? Rank(string level) => Order.Where(l => l != "deferred").ToList().IndexOf(level) is var place and >= 0 ? place : null;

    private static string Threshold(string word) => word switch { "narrowed" => "narrowing", "text" => "text-agreed", _ => "agreed-in-principle" };

    private static string Weakest(List<string> levels)
    {
        var known = levels.Where(l => l != "unknown").ToList();
        var agreed = known.All(l => Order.IndexOf(l) >= Order.IndexOf("agreed-in-principle"));
        return known.Count == 0 || (known.Count < levels.Count && agreed) ? "unknown" : known.MinBy(Order.IndexOf)!;
    }

    private static string Verdict(List<(string Level, bool Claimed)> dyads, string threshold, bool withClaimed)
    {
        // Deferred is below every threshold: a matter set aside is neither agreed nor moving.
        bool Reaches(string level) => level is not ("unknown" or "deferred") && Order.IndexOf(level) >= Order.IndexOf(threshold);
        return dyads.Exists(d => d.Level != "unknown" && !Reaches(d.Level)) ? "not met"
            : dyads.Count > 0 && dyads.TrueForAll(d => Reaches(d.Level) && (withClaimed || !d.Claimed)) ? "met"
            : "unknown";
    }

    private static PaperShare Count(IEnumerable<string> issues, Func<string, string> verdict)
    {
        var verdicts = issues.Select(verdict).ToList();
        return new(verdicts.Count(v => v == "met"), verdicts.Count(v => v == "unknown"), verdicts.Count);
    }

    private List<(string Level, bool Claimed)> Judged(string issue)
    {
        var applying = Texts(Issue(issue), "dyads").Select(d => (Dyad: d, Is: Between(issue, d))).Where(d => d.Is.Level != "not-applicable").ToList();
        var required = applying.Where(d => (bool)Of("dyads").Single(x => Text(x, "key") == d.Dyad)["required"]!).ToList();
        return [.. (required.Count > 0 ? required : applying).Select(d => d.Is)];
    }

    private (string Level, bool Claimed) Between(string issue, string dyad) =>
        levels.TryGetValue((issue, dyad), out var kept) ? kept : levels[(issue, dyad)] = Last(issue, dyad);

    // Of the last day on which something stands, the weakest; "not applicable" gives way to a level, "unknown" to everything.
    private (string Level, bool Claimed) Last(string issue, string dyad)
    {
        var entries = Live("statusEvents").Where(e => Text(e, "issue") == issue && Text(e, "dyad") == dyad).ToList();
        var last = entries.Where(e => Text(e, "occurredOn") == entries.Max(x => Text(x, "occurredOn"))).ToList();
        var level = Order.Append("not-applicable").FirstOrDefault(l => last.Exists(e => Text(e, "level") == l)) ?? "unknown";
        return (level, level != "unknown" && last.Where(e => Text(e, "level") == level).All(e => Text(e, "basis") == "claimed"));
    }

    /// <summary>The entries of a kind that stand: each change, or its last correction in its place, or nothing where that was a retraction.</summary>
    private List<JsonObject> Live(string section) =>
        standing.TryGetValue(section, out var kept) ? kept : standing[section] = [.. Fold(section)];

    private IEnumerable<JsonObject> Fold(string section)
    {
        var known = Of(section).Where(Known).ToList();
        return known.Where(e => e["kind"] is null).Select(InPlaceOf).OfType<JsonObject>().Where(e => Before(Text(e, "occurredOn")));

        JsonObject? InPlaceOf(JsonObject entry) =>
            known.Where(e => Text(e, "supersedes") == Text(entry, "key")).MaxBy(Recorded, StringComparer.Ordinal) is { } later ? InPlaceOf(later)
            : Text(entry, "kind") == "retraction" ? null : entry;
    }

    private JsonObject Issue(string key) => Of("issues").Single(i => Text(i, "key") == key);

    private int Salience(string issue) => (int)Issue(issue)["salience"]!;

    private string PartyName(string key) =>
        Of("parties").Single(p => Text(p, "key") == key) is var party && Text(party, "shortName") is { Length: > 0 } name
            ? name
            : Text(party, "name");

    private IEnumerable<JsonObject> Of(string section) => file[section]!.AsArray().Select(e => e!.AsObject());

    // ISO dates compare as text.
    private bool Before(string day) => string.CompareOrdinal(day, date) <= 0;

    private bool Known(JsonObject entry) => knownAt is null || string.CompareOrdinal(Recorded(entry)[..10], knownAt) <= 0;

    private string Recorded(JsonObject entry) => Text(entry, "recordedAt") is { Length: > 0 } at ? at : Text(file, "recordedAt");

    private static string Text(JsonObject entry, string name) =>
        entry[name] is { } value ? Convert.ToString((string?)value, CultureInfo.InvariantCulture)! : "";

    private static List<string> Texts(JsonObject entry, string name) => [.. entry[name]!.AsArray().Select(v => (string)v!)];
}
