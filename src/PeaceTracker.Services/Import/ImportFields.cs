using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Import;

/// <summary>The fields that tables of several kinds have.</summary>
internal static class ImportFields
{
    private static readonly string[] DayWords =
        ["day", "when", "as of", "on", "event date", "дата", "datum", "fecha", "jour", "tarih"];

    public static ImportField Key(string noun) =>
        new("key", "Key", FieldContent.Text, $"{noun} key", "slug") { Paths = ["key"] };

    public static ImportField Text(string name, string label, string path, params string[] synonyms) =>
        new(name, label, FieldContent.Text, synonyms) { Paths = [path] };

    public static ImportField Number(string name, string label, string path, params string[] synonyms) =>
        new(name, label, FieldContent.Number, synonyms) { Paths = [path] };

    public static ImportField Word<T>(string name, string label, ScaleWords<T> scale, string path, params string[] synonyms) where T : struct, Enum =>
        new(name, label, FieldContent.Word, synonyms)
        {
            Paths = [path], Choices = _ => scale.Choices, Meaning = (_, cell) => scale.Read(cell) is { } value ? ScaleWord.Of(value) : null,
        };

    public static ImportField Truth(string name, string label, string path, params string[] synonyms) =>
        Word(name, label, Scales.Truths, path, synonyms) with { Content = FieldContent.Truth };

    public static ImportField OnBoard(
        string name, string label, string path, Func<BoardNames, IReadOnlyList<ImportChoice>> choices, Func<BoardNames, string, string?> meaning,
        params string[] synonyms) =>
        new(name, label, FieldContent.OnBoard, synonyms) { Paths = [path], Choices = choices, Meaning = meaning };

    /// <summary>A day: in one column or in three, and how exactly it is known.</summary>
    public static ImportField[] Day(string name, string label, string path, params string[] synonyms) =>
    [
        new(name, label, FieldContent.Day, [.. synonyms, .. DayWords]) { Paths = [path], Needed = true },
        new("year", "Year of the day", FieldContent.Number, "yyyy", "jahr", "année", "año", "рік", "год"),
        new("month", "Month of the day", FieldContent.Text, "mm", "monat", "mois", "mes", "місяць", "месяц"),
        new("day_of_month", "Day of the month", FieldContent.Number, "day number", "dd", "tag", "день"),
        Word("date_precision", "How exactly the day is known", Scales.Precisions, "precision", "precision"),
    ];

    public static ImportField OrderInDay { get; } =
        Number("order_in_day", "Order within the day", "orderInDay", "order in day");

    public static ImportField[] Issue { get; } =
    [
        OnBoard("issue", "Issue", "issue", names => names.Issues, (names, cell) => names.Issue(cell), "issue title", "point", "topic", "matter",
            "item", "питання", "вопрос", "sujet", "thema", "punkt", "asunto") with { Needed = true },
        OnBoard("issue_key", "Key of the issue", "issue", names => names.Issues, (names, cell) => names.Issue(cell)),
    ];

    public static ImportField Round { get; } =
        OnBoard("round", "Round", "round", names => names.Rounds, (names, cell) => names.Round(cell), "talks", "meeting", "session",
            "round of talks");

    /// <summary>Where a row stands: sources and the places in them.</summary>
    public static ImportField[] Cited(bool needed, string path = "citations") =>
    [
        OnBoard("sources", "Source", path, names => names.Sources, (names, cell) => names.Source(cell), "source", "reference", "references", "url",
            "link", "citation", "cited", "appearances", "appearance", "джерело", "источник", "quelle", "fuente") with
        {
            Needed = needed, Paths = [path, $"{path}.source", $"{path}.citation.source"],
        },
        OnBoard("source_keys", "Keys of the sources", $"{path}.source", names => names.Sources, (names, cell) => names.Source(cell), "source key"),
        new("place", "Place in the source", FieldContent.Text, "locator", "paragraph", "pages", "where in the source", "seite", "сторінка")
        {
            Paths = [$"{path}.locator", $"{path}.citation.locator"], Needed = needed,
        },
        new("paraphrase", "What it says there", FieldContent.Text, "quote", "quotation")
        {
            Paths = [$"{path}.paraphrase", $"{path}.citation.paraphrase"],
        },
        new("credibility", "Credibility, 1 to 6", FieldContent.Number)
        {
            Paths = [$"{path}.credibility", $"{path}.citation.credibility"],
        },
    ];
}
