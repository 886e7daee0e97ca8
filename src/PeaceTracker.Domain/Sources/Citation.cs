namespace PeaceTracker.Domain.Sources;

/// <summary>Where in a source a fact stands, in our own words.</summary>
public sealed record Citation
{
    /// <summary>Key of the <see cref="Source"/>.</summary>
    public required string SourceKey { get; init; }

    /// <summary>Paragraph, page or minute: "P5".</summary>
    public required string Locator { get; init; }

    /// <summary>What the source says there, paraphrased.</summary>
    public string? Paraphrase { get; init; }

    /// <summary>Credibility of this piece of information, 1 (confirmed) to 6 (cannot be judged), apart from the source's reliability.</summary>
    public int Credibility { get; init; } = 6;
}
