using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// Which dyads are lowest. Each case gives, per dyad and in order, the levels of its issues; "." is unknown, "-" none, a trailing "o" marks a
/// dyad that is not required.
/// </summary>
public class LowestDyadsTests
{
    [Theory]
    [InlineData("33 31", "p1 of 2")] // the lower agreed share
    [InlineData("31 3", "p0 of 2")] // 1 of 2 against 1 of 1
    [InlineData("33 11o", "p0 of 1")] // one that is not required is not compared while a required one has issues
    [InlineData("33o 11o", "p1 of 2")] // unless none is required
    [InlineData("- 33o 31o", "p2 of 2")] // a required one without an issue is not compared
    [InlineData("32 31", "p0 p1 of 2")] // level: what is only moving parts nobody
    [InlineData("3. 31", "p0 p1 of 2")] // unknown is not agreed
    [InlineData("31 3131 33", "p0 p1 of 3")] // 1 of 2 is 2 of 4
    [InlineData("11 .. 2", "p0 p1 p2 of 3")] // all at none
    [InlineData("1 -", "p0 of 1")]
    [InlineData("- -", " of 0")]
    public void LowestDyads_SharesOfDyads_LowestAreNamed(string cases, string expected)
    {
        var record = new RecordBuilder();
        foreach (var (levels, dyad) in cases.Split(' ').Select((levels, i) => (levels, $"p{i}-q")))
        {
            record.Dyad(dyad, required: !levels.EndsWith('o'));
            foreach (var (sign, i) in levels.TrimEnd('o', '-').Select((sign, i) => (sign, i)))
            {
                record.Issue(dyad + i, dyads: [dyad]);
                if (sign != '.')
                {
                    record.Status(dyad + i, LevelScale.Ordered[sign - '0'], dyad: dyad);
                }
            }
        }

        var lowest = record.AsOf(1).LowestDyads;

        Assert.Equal(expected, $"{string.Join(' ', lowest.Keys.Select(key => key[..2]))} of {lowest.Compared}");
    }

    [Theory]
    [InlineData("p0", 2, DyadPlace.Weakest)]
    [InlineData("p0", 1, DyadPlace.Only)]
    [InlineData("p0 p1", 2, DyadPlace.Level)]
    [InlineData("p1", 2, DyadPlace.Higher)]
    [InlineData("", 0, DyadPlace.Higher)]
    public void PlaceOf_FirstDyad_TieIsNotTheWeakest(string keys, int compared, DyadPlace expected)
    {
        var lowest = new LowestDyads(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries), compared);

        Assert.Equal(expected, lowest.PlaceOf("p0"));
        Assert.Equal(expected is DyadPlace.Weakest or DyadPlace.Only ? "p0" : lowest.Keys.Count == 1 ? "p1" : null, lowest.Weakest);
    }
}
