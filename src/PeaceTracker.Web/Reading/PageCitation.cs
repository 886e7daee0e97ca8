using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>A page as lists of literature have it.</summary>
/// <param name="Title">What is cited.</param>
/// <param name="Link">Where it can be seen for ever.</param>
/// <param name="AsOf">The date looked at.</param>
/// <param name="Change">The change by which the record was read.</param>
/// <param name="Seen">The day on which the page was seen; null where it names a change, and so is the same on every day.</param>
public sealed record PageCitation(string Title, string Link, DateOnly AsOf, long Change, DateOnly? Seen)
{
    private const string Publisher = "PeaceTracker";

    /// <summary>What is cited, as it was typed.</summary>
    public string Title { get; } = Isolation.Without(Title);

    // For a file, which is no part of a page.
    private static readonly JsonSerializerOptions Written = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The formats that programs for literature read: name, ending, media type and text.</summary>
    public IEnumerable<(string Name, string Ending, string Type, string Text)> Formats =>
    [
        ("BibTeX", "bib", "application/x-bibtex", BibTex),
        ("RIS", "ris", "application/x-research-info-systems", Ris),
        ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", Csl),
    ];

    /// <summary>For LaTeX.</summary>
    public string BibTex => string.Join('\n', new[]
    {
        $"@misc{{{Id},", $"  author = {{{{{Publisher}}}}},", $"  title = {{{{{Tex(Title)}}}}},",
        Invariant($"  year = {{{AsOf.Year}}},"), Invariant($"  month = {AsOf:MMM},").ToLowerInvariant(),
        $"  note = {{{Note}}},", $"  url = {{{Link}}},",
        Seen is { } seen ? $"  urldate = {{{Iso(seen)}}}," : null, "}", "",
    }.OfType<string>());

    /// <summary>For EndNote, Zotero, Mendeley and others.</summary>
    public string Ris => string.Join("\r\n", new[]
    {
        "TY  - ELEC", $"ID  - {Id}", $"AU  - {Publisher}", $"TI  - {Title.ReplaceLineEndings(" ")}", $"PB  - {Publisher}",
        Invariant($"PY  - {AsOf.Year}"), Invariant($"DA  - {AsOf:yyyy'/'MM'/'dd'/'}"), $"N1  - {Note}", $"UR  - {Link}",
        Seen is { } seen ? Invariant($"Y2  - {seen:yyyy'/'MM'/'dd'/'}") : null, "ER  - ", "",
    }.OfType<string>());

    /// <summary>For programs of the Citation Style Language.</summary>
    public string Csl
    {
        get
        {
            var item = new JsonObject
            {
                ["id"] = Id, ["type"] = "webpage", ["title"] = Title,
                ["author"] = new JsonArray(new JsonObject { ["literal"] = Publisher }),
                ["publisher"] = Publisher, ["issued"] = Parts(AsOf), ["URL"] = Link, ["version"] = Invariant($"change {Change}"), ["note"] = Note,
            };
            if (Seen is { } seen)
            {
                item["accessed"] = Parts(seen);
            }

            return new JsonArray(item).ToJsonString(Written);
        }
    }

    /// <summary>A text as an address that holds it itself, to be saved as a file.</summary>
    public static string DataAddress(string type, string text) => $"data:{type};charset=utf-8,{Uri.EscapeDataString(text)}";

    // A digest, for which all formats ask.
    private string Id { get; } = $"peacetracker-{Iso(AsOf)}-{KeptElsewhere.Tag(Link)[1..7]}";

    private string Note => Invariant($"As of {Iso(AsOf)}, change {Change} of the record");

    private static JsonObject Parts(DateOnly day) => new() { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Tex(string text)
    {
        var written = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings(" "))
        {
            written.Append(letter switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => $@"\{letter}",
                _ => letter.ToString(),
            });
        }

        return written.ToString();
    }
}
