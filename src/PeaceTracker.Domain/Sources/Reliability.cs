namespace PeaceTracker.Domain.Sources;

/// <summary>Reliability of a source by the Admiralty code.</summary>
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    A,
    /// <summary>Usually reliable.</summary>
    B,
    /// <summary>Fairly reliable.</summary>
    C,
    /// <summary>Not usually reliable.</summary>
    D,
    /// <summary>Unreliable.</summary>
    E,
    /// <summary>Reliability cannot be judged.</summary>
    F,
}

/// <summary>Reliability and credibility together, as readers are shown them.</summary>
public enum Confidence
{
    /// <summary>Reliability D or E, credibility 4 or 5, or either not to be judged (F, 6).</summary>
    Low,
    /// <summary>Neither high nor low.</summary>
    Medium,
    /// <summary>Reliability A or B and credibility 1 or 2.</summary>
    High,
}

/// <summary>How far a cited piece of information can be relied on.</summary>
public static class ConfidenceScale
{
    /// <summary>The grade for a source's <paramref name="reliability"/> and a citation's <paramref name="credibility"/> (1 to 6).</summary>
    public static Confidence Of(Reliability reliability, int credibility) => reliability switch
    {
        Reliability.A or Reliability.B or Reliability.C when credibility is < 1 or > 3 => Confidence.Low,
        Reliability.A or Reliability.B => credibility <= 2 ? Confidence.High : Confidence.Medium,
        Reliability.C => Confidence.Medium,
        Reliability.D or Reliability.E or Reliability.F => Confidence.Low,
    };
}
