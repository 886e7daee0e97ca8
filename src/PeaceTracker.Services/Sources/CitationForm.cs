using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Sources;

/// <summary>A citation while it is typed.</summary>
public sealed class CitationForm
{
    /// <summary>Key of the source.</summary>
    public string? SourceKey { get; set; }

    /// <summary>A source that is not on the board yet, while it is typed here; null where one is chosen.</summary>
    [PageOnly]
    public SourceForm? NewSource { get; set; }

    /// <summary>Paragraph, page or minute.</summary>
    public string Locator { get; set; } = "";

    /// <summary>What it says there, in our own words.</summary>
    public string Paraphrase { get; set; } = "";

    /// <summary>Credibility, 1 to 6.</summary>
    public int Credibility { get; set; } = 6;

    /// <summary>The form of a citation.</summary>
    public static CitationForm Of(Citation citation) => new()
    {
        SourceKey = citation.SourceKey, Locator = citation.Locator, Paraphrase = citation.Paraphrase ?? "", Credibility = citation.Credibility,
    };

    /// <summary>The forms of citations.</summary>
    public static List<CitationForm> Of(IEnumerable<Citation> citations) => [.. citations.Select(Of)];

    /// <summary>The forms of further citations of the same sources: where it stands and what it says there is another.</summary>
    public static List<CitationForm> After(IEnumerable<Citation> citations) =>
        [.. citations.Select(c => new CitationForm { SourceKey = c.SourceKey, Credibility = c.Credibility })];

    /// <summary>The citation.</summary>
    public Citation ToRow(FormCheck check, string at) => new()
    {
        SourceKey = NewSource is null
            ? check.Need(FormCheck.At(at, "source"), SourceKey, "Choose the source.")
            : check.Need(FormCheck.At(at, "newSource"), "", "Add the new source first, or cancel it."),
        Locator = check.Need(FormCheck.At(at, "locator"), Locator, "Say where in the source: a paragraph, page or minute."),
        Paraphrase = FormCheck.Optional(Paraphrase),
        Credibility = Credibility,
    };

    /// <summary>The citations of a part of a form.</summary>
    public static IReadOnlyList<Citation> ToRows(IReadOnlyList<CitationForm> forms, FormCheck check, string at, string list = "citations") =>
        [.. forms.Select((form, i) => form.ToRow(check, $"{FormCheck.At(at, list)}[{i}]"))];
}
