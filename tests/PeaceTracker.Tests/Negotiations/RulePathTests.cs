using PeaceTracker.Domain.Negotiations;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>Paths of what rules are asked about, put together late.</summary>
public sealed class RulePathTests
{
    [Fact]
    public void ToString_PathsWithinPaths_IsWhatTheTextSays()
    {
        var (section, i) = ("statusEvents", 12_345);
        RulePath row = $"{section}[{i}]";
        RulePath citation = $"{row}.citations[{2}]";
        RulePath source = $"{citation}.source";

        Assert.Equal("statusEvents[12345].citations[2].source", source.ToString());
        Assert.Equal("statusEvents[12345]", row.ToString());
    }

    [Fact]
    public void ToString_NoName_IsNothing()
    {
        string? none = null;
        RulePath path = $"issues.{none}";

        Assert.Equal("issues.", path.ToString());
    }

    [Fact]
    public void ToString_MoreParts_LosesNone()
    {
        RulePath path = "a";
        for (var i = 0; i < 20; i++)
        {
            path = $"{path}[{i}].b";
        }

        Assert.Equal("a" + string.Concat(Enumerable.Range(0, 20).Select(i => $"[{i}].b")), path.ToString());
    }
}
