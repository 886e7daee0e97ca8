namespace PeaceTracker.Domain.Changes;

/// <summary>A row with judgements that hold from a day on: what it says now, and what held before (<see cref="IEarlier"/>).</summary>
public interface IJudged<TSelf> where TSelf : class
{
    /// <summary>What was judged before, in order of days; empty where it never changed.</summary>
    IReadOnlyList<IEarlier> Earlier { get; }

    /// <summary>Whether it says the same as another version in all that holds from a day on; words may differ.</summary>
    bool IsJudgedAs(TSelf other);

    /// <summary>The same, where each earlier judgement held until the day at its place: the days were entered wrongly.</summary>
    TSelf DatedEarlier(IReadOnlyList<DateOnly> days);

    /// <summary>The same, where what <paramref name="before"/> says held until that day; the moment of recording is still to be stamped.</summary>
    TSelf JudgedFrom(DateOnly day, TSelf before);
}
