using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Tests.Reading;

public class BoardAddressTests
{
    private static readonly BoardAddress Present = new("talks");
    private static readonly BoardAddress Past = new("talks", new DateOnly(2025, 5, 3), new DateOnly(2025, 6, 1));

    [Fact]
    public void To_Present_PathAlone()
    {
        Assert.Equal("/negotiations/talks", Present.Summary);
        Assert.Equal("/negotiations/talks/issues/territory", Present.Issue("territory"));
    }

    [Fact]
    public void To_Past_KeepsBothDates() =>
        Assert.Equal("/negotiations/talks/parties?asOf=2025-05-03&knownAt=2025-06-01", Past.Parties);

    [Fact]
    public void To_Query_StandsBeforeTheDatesWithoutEmptyValues() =>
        Assert.Equal(
            "/negotiations/talks/issues?q=a%20%26%20b&asOf=2025-05-03&knownAt=2025-06-01",
            Past.To("issues", ("q", "a & b"), ("level", null), ("party", "")));

    [Fact]
    public void Claim_Past_FragmentStandsLast() =>
        Assert.EndsWith("knownAt=2025-06-01#claim-ninety", Past.Claim("ninety"), StringComparison.Ordinal);

    [Fact]
    public void Read_Dates_BothRead() =>
        Assert.Equal(Past, BoardAddress.Read("talks", "2025-05-03", "2025-06-01", out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Read_NoDates_Present(string? none) =>
        Assert.Equal(Present, BoardAddress.Read("talks", none, none, out _));

    [Theory]
    [InlineData("2025-02-30", null, "2025-02-30")]
    [InlineData("yesterday", null, "yesterday")]
    [InlineData("3 May 2025", null, "3 May 2025")]
    [InlineData("2025-05-03", "x", "x")]
    public void Read_NotADate_NamesTheBadValue(string? asOf, string? knownAt, string bad)
    {
        Assert.Null(BoardAddress.Read("talks", asOf, knownAt, out var badValue));
        Assert.Equal(bad, badValue);
    }
}
