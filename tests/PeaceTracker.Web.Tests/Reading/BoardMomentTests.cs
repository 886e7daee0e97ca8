using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Reading;

public class BoardMomentTests : ComponentTests
{
    private static readonly DateOnly Today = new(2025, 12, 31), Start = new(2025, 1, 1);

    [Fact]
    public void Read_Dates_BothRead() =>
        Assert.Equal(new BoardMoment(new(2025, 5, 3), new(2025, 6, 1)), Read("?asOf=2025-05-03&knownAt=2025-06-01").Moment);

    [Theory]
    [InlineData("")]
    [InlineData("?asOf=&knownAt=")]
    public void Read_NoDates_Present(string query)
    {
        var (moment, refusal) = Read(query);

        Assert.Equal((BoardMoment.Present, null), (moment, refusal));
    }

    [Theory]
    [InlineData("?asOf=2025-02-30", "“2025-02-30” is not a date")]
    [InlineData("?asOf=yesterday", "“yesterday” is not a date")]
    [InlineData("?asOf=3 May 2025", "“3 May 2025” is not a date")]
    [InlineData("?asOf=2025-05-03&knownAt=x", "“x” is not a date")]
    [InlineData("?asOf=2025-05-03&asOf=2025-05-04", "“2025-05-03,2025-05-04” is not a date")]
    [InlineData("?asOf=2026-01-01", "1 January 2026 is in the future")]
    [InlineData("?knownAt=2026-01-01", "1 January 2026 is in the future")]
    [InlineData("?asOf=2024-12-31", "31 December 2024 is before this negotiation")]
    [InlineData("?change=0", "“0” is not the number of a change. Changes are numbered from 1.")]
    [InlineData("?change=-3", "“-3” is not the number of a change")]
    [InlineData("?change=1.5", "“1.5” is not the number of a change")]
    [InlineData("?change=newest", "“newest” is not the number of a change")]
    [InlineData("?change=99999999999999999999", "“99999999999999999999” is not the number of a change")]
    [InlineData("?change=3&change=4", "“3,4” is not the number of a change")]
    public void Read_WhatCannotBeShown_Refused(string query, string sentence) =>
        Assert.StartsWith(sentence, Read(query).Refusal, StringComparison.Ordinal);

    // What is carried by one link, form, file or citation is carried by all: a value without a name would be lost on the way.
    [Fact]
    public void Values_Read_TheSameMoment()
    {
        var moment = new BoardMoment(new(2025, 5, 3), new(2025, 6, 1), 17);

        Assert.Equal(BoardMoment.Names, moment.Values.Where(v => v.Value is not null).Select(v => v.Name));
        Assert.Equal(moment, Read(AddressValues.Written("", moment.Values)).Moment);
    }

    [Fact]
    public void Fixed_Present_NothingIsLeftOpen() =>
        Assert.Equal(new BoardMoment(Today, null, 17), BoardMoment.Present.Fixed(Today, 17));

    [Fact]
    public void Fixed_PastMoment_StaysAsItIs()
    {
        var moment = new BoardMoment(new(2025, 5, 3), new(2025, 6, 1), 3);

        Assert.Equal(moment, moment.Fixed(Today, 17));
    }

    private (BoardMoment Moment, string? Refusal) Read(string query)
    {
        var values = new AddressValues(query, Services.GetRequiredService<IStringLocalizer<Text>>());
        var moment = BoardMoment.Read(values);
        moment.Check(values, Today, Start);
        return (moment, values.Refusal);
    }
}
