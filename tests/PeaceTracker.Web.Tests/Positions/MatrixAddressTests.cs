using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Positions;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Positions;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Positions;

public class MatrixAddressTests : ComponentTests
{
    private static readonly BoardSnapshot At = new RecordBuilder().Dyad("a-b").Dyad("a-c").Issue("air").AsOf(50);

    [Theory]
    [InlineData("level=almost")]
    [InlineData("stance=none")]
    [InlineData("party=nobody")]
    [InlineData("dyad=a")]
    [InlineData("category=Other")]
    [InlineData("redlines=1")]
    [InlineData("stale=no")]
    [InlineData("sort=luck")]
    [InlineData("sort=party")]
    [InlineData("sort=party:")]
    [InlineData("sort=party:nobody")]
    [InlineData("sort=dyad:a")]
    [InlineData("sort=--agenda")]
    [InlineData("size=7")]
    public void Read_BadValue_IsNamed(string query)
    {
        var (_, refusal) = Read(query);

        Assert.Matches($"^“{query.Split('=')[0]}” does not accept “{query.Split('=')[1]}”. It accepts: .+[.]$", refusal);
    }

    [Fact]
    public void Values_OfAQuery_ReadAsTheSame()
    {
        const string All = "q=a&category=Matter&party=a&dyad=a-b&level=disputed&stance=accepts-with-conditions"
            + "&redlines=yes&stale=yes&sort=-party:a&size=100";

        var (query, refusal) = Read(All);

        Assert.Null(refusal);
        Assert.Equal(All, string.Join('&', query.Values().Select(v => $"{v.Name}={v.Value}")));
    }

    [Fact]
    public void Filters_EachFilter_WithoutTakesThatOneAway()
    {
        var (query, _) = Read("q=a&category=Matter&party=a&dyad=a-b&level=disputed&stance=accepts&redlines=yes&stale=yes");

        Assert.All(query.Filters(), filter => Assert.Equal(filter.Name, Assert.Single(filter.Without.Filters(), f => f.Value is null).Name));
    }

    [Fact]
    public void Word_EachOrderOfABoard_IsItsOwn() =>
        Assert.Distinct(MatrixQuery.Orders(At.Board).Select(o => MatrixAddress.Word(o.Order, o.Key)));

    private (MatrixQuery Query, string? Refusal) Read(string query)
    {
        var values = new AddressValues(query, Services.GetRequiredService<IStringLocalizer<Text>>());
        return (MatrixAddress.Read(values, At), values.Refusal);
    }
}
