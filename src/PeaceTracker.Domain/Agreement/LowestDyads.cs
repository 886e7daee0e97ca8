namespace PeaceTracker.Domain.Agreement;

/// <summary>
/// The dyads with the lowest agreed share on a day, by which agreement on the whole is bound. One alone is the weakest; several are level, and
/// then none of them is called the weakest.
/// </summary>
/// <param name="Keys">Keys of the dyads at the lowest share, in the order of the record; empty where no dyad has an issue in scope.</param>
/// <param name="Compared">How many dyads were compared: 0 or above, at least as many as there are keys.</param>
public sealed record LowestDyads(IReadOnlyList<string> Keys, int Compared)
{
    /// <summary>How one dyad stands among those compared.</summary>
    public DyadPlace PlaceOf(string dyadKey) =>
        !Keys.Contains(dyadKey) ? DyadPlace.Higher
        : Keys.Count > 1 ? DyadPlace.Level
        : Compared == 1 ? DyadPlace.Only
        : DyadPlace.Weakest;

    /// <summary>The key of the weakest dyad; null where several are level or there is none.</summary>
    public string? Weakest => Keys.Count == 1 ? Keys[0] : null;

    /// <summary>
    /// Compared are the required dyads to which an issue in scope applies; where none is required, all to which one applies. The shares are
    /// agreed shares on record, as exact fractions, so 7 of 21 is level with 6 of 18. What is unknown counts as not agreed. No second
    /// measure parts those that are level: a tie is a tie. Rule: the method page, “Per pair”.
    /// </summary>
    /// <param name="dyads">The dyads in the order of the record: key, whether required on the day, agreed share on record.</param>
    public static LowestDyads Of(IEnumerable<(string Key, bool Required, Share Agreed)> dyads)
    {
        var inScope = dyads.Where(d => d.Agreed.Total > 0).ToList();
        var compared = inScope.Exists(d => d.Required) ? inScope.FindAll(d => d.Required) : inScope;
        var lowest = compared.Select(d => d.Agreed.Value).Min();
        return new LowestDyads([.. compared.Where(d => d.Agreed.Value == lowest).Select(d => d.Key)], compared.Count);
    }

    /// <summary>Equal where the same dyads are lowest and as many were compared.</summary>
    public bool Equals(LowestDyads? other) => other is not null && Compared == other.Compared && Keys.SequenceEqual(other.Keys);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Compared, Keys.Count);
}

/// <summary>How a dyad stands among those that agreement on the whole needs.</summary>
public enum DyadPlace
{
    /// <summary>Its agreed share is not the lowest, or it was not compared.</summary>
    Higher,
    /// <summary>Its agreed share alone is the lowest of several.</summary>
    Weakest,
    /// <summary>It has the lowest agreed share together with others.</summary>
    Level,
    /// <summary>There is no other to compare it with.</summary>
    Only,
}
