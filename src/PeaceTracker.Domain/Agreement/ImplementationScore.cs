namespace PeaceTracker.Domain.Agreement;

/// <summary>How far a provision of a signed agreement is carried out: another phase than negotiating, and another scale than levels.</summary>
public enum Implementation
{
    /// <summary>0: nothing has been done.</summary>
    NotInitiated,
    /// <summary>1: begun, with little done.</summary>
    Minimum,
    /// <summary>2: well under way.</summary>
    Intermediate,
    /// <summary>3: carried out.</summary>
    Full,
    /// <summary>Outside the scale: carried out in part or in full, and undone since.</summary>
    Reversed,
}

/// <summary>
/// How far a signed agreement is carried out: Σ(0..3) / (3 × provisions). A reversed provision adds nothing, for nothing of it is
/// in force, and stays in the count, so that undoing a provision never raises the score; how many are reversed is told apart.
/// </summary>
public sealed class ImplementationScore
{
    /// <summary>The score of an agreement with these provisions.</summary>
    public ImplementationScore(IEnumerable<Implementation> provisions)
    {
        var points = 0L;
        foreach (var provision in provisions)
        {
            Provisions++;
            Reversed += provision == Implementation.Reversed ? 1 : 0;
            points += Points(provision);
        }

        Value = Provisions == 0 ? null : new Ratio(points, 3L * Provisions);
    }

    /// <summary>Number of provisions, the reversed ones included.</summary>
    public int Provisions { get; }

    /// <summary>Number of provisions that were undone.</summary>
    public int Reversed { get; }

    /// <summary>The score, 0 to 1 (printed as a percentage); null where there is no provision.</summary>
    public Ratio? Value { get; }

    private static int Points(Implementation provision) => provision switch
    {
        Implementation.NotInitiated or Implementation.Reversed => 0,
        Implementation.Minimum => 1,
        Implementation.Intermediate => 2,
        Implementation.Full => 3,
    };
}
