using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Tests.Reading;

public class BoardAddressTests
{
    private static readonly BoardAddress Present = new("talks");
    private static readonly BoardAddress Past = new("talks", new(new DateOnly(2025, 5, 3), new DateOnly(2025, 6, 1)));

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
    public void Place_LocatorWithBlanks_LeadsToItsIdOnThePageOfTheSource()
    {
        Assert.Equal("p-12,-line-3", BoardAddress.PlaceId("P 12, Line 3"));
        Assert.Equal("/negotiations/talks/sources/report#p-12,-line-3", Present.Place("report", "P 12, Line 3"));
    }

    [Fact]
    public void Claim_Past_FragmentStandsLast() =>
        Assert.EndsWith("knownAt=2025-06-01#claim-ninety", Past.Claim("ninety"), StringComparison.Ordinal);
}
