using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Web.Features.Editing.Fields;

/// <summary>A citation while it is typed.</summary>
public sealed class CitationForm
{
    /// <summary>The source's key; null until one is chosen.</summary>
    public string? SourceKey { get; set; }

    /// <summary>Where in it.</summary>
    public string Locator { get; set; } = "";

    /// <summary>What it says there.</summary>
    public string Paraphrase { get; set; } = "";

    /// <summary>Credibility, 1 to 6.</summary>
    public int Credibility { get; set; } = 6;

    /// <summary>The form of a citation.</summary>
    public static CitationForm From(Citation citation) => new()
    {
        SourceKey = citation.SourceKey, Locator = citation.Locator, Paraphrase = citation.Paraphrase ?? "", Credibility = citation.Credibility,
    };

    /// <summary>The forms of several.</summary>
    public static List<CitationForm> From(IEnumerable<Citation> citations) => [.. citations.Select(From)];

    /// <summary>The citation as typed; whether it can stand is judged where it is saved.</summary>
    public Citation ToCitation() => new()
    {
        SourceKey = SourceKey ?? "",
        Locator = Locator.Trim(),
        Paraphrase = string.IsNullOrWhiteSpace(Paraphrase) ? null : Paraphrase.Trim(),
        Credibility = Credibility,
    };
}
