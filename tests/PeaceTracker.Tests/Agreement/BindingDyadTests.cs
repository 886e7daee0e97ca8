using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

/// <summary>
/// Which dyad binds. Each case gives, per dyad and in order, the levels of its issues; "." is unknown, "-" none, a trailing "o" marks a
/// dyad that is not required.
/// </summary>
public class BindingDyadTests
{
    [Theory]
    [InlineData("33 31", "p1")] // the lower agreed share
    [InlineData("31 3", "p0")] // 1 of 2 against 1 of 1
    [InlineData("33 11o", "p0")] // one that is not required does not bind while a required one has issues
    [InlineData("33o 11o", "p1")] // unless none is required
    [InlineData("- 33o 31o", "p2")] // a required one without an issue does not bind
    [InlineData("32 31", "p1")] // equal agreed shares: the lower moving share
    [InlineData("3. 31", "p1")] // equal both: more known not to be agreed
    [InlineData("31 31", "p0")] // equal in all: the first of the record
    [InlineData("1 -", "p0")]
    [InlineData("- -", null)]
    public void BindingDyad_SharesOfDyads_LowestIsNamed(string cases, string? expected)
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

        Assert.Equal(expected, record.AsOf(1).BindingDyad?.Dyad.FirstPartyKey);
    }
}
