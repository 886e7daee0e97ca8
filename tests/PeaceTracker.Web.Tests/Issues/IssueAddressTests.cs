using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Issues;

public class IssueAddressTests : ComponentTests
{
    private static readonly BoardSnapshot At = new RecordBuilder().Issue("land").AsOf(2);

    [Theory]
    [InlineData("level", "agreed")]
    [InlineData("level", "3")]
    [InlineData("level", "Disputed")]
    [InlineData("category", "Nothing")]
    [InlineData("dyad", "a-z")]
    [InlineData("party", "nobody")]
    [InlineData("group", "none")]
    [InlineData("basis", "onrecord")]
    [InlineData("sort", "--title")]
    [InlineData("sort", "name")]
    [InlineData("size", "26")]
    public void Read_UnknownValue_Named(string name, string value)
    {
        var (_, refusal) = Read($"?{name}={value}");

        Assert.StartsWith($"“{name}” does not accept “{value}”.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooLongText_Refused()
    {
        Assert.Null(Read("?q=" + new string('x', 200)).Refusal);
        Assert.StartsWith("The search text is too long.", Read("?q=" + new string('x', 201)).Refusal, StringComparison.Ordinal);
    }

    // A form sends an empty value for every field that was left alone.
    [Fact]
    public void Read_EmptyValues_None()
    {
        var (query, refusal) = Read(string.Join('&', new IssueQuery().Values().Select(v => $"{v.Name}=+")));

        Assert.Equal((new IssueQuery(), null), (query, refusal));
        Assert.DoesNotContain(query.Filters(), f => f.Value is not null);
    }

    [Fact]
    public void Values_Query_ReadBackTheSame()
    {
        var query = new IssueQuery
        {
            Text = "a b", Levels = LevelFilter.Of(Level.AgreedInPrinciple), Categories = ["Matter"], Dyads = ["a-b"],
            Parties = ["a"], Bases = [Basis.OnRecord],
            Open = true,
            RedLines = true, Reopened = true, Contested = true, Core = true, Stale = true, SinglePublisher = true,
            Sort = IssueSort.Salience, Descending = true, Size = 50,
        };

        Assert.Equal("agreed-in-principle", query.Values().Single(v => v.Name == "level").Value);
        Assert.Equal(query, Read(AddressValues.Written("", query.Values())).Query);
    }

    [Fact]
    public void Filters_EachFilter_WithoutTakesThatOneAway()
    {
        var query = new IssueQuery
        {
            Text = "x", Levels = LevelFilter.Of(Level.Disputed), Categories = ["c"], Dyads = ["d"],
            Parties = ["p"], Groups = ["g"], Bases = [Basis.Claimed],
            Open = true,
            RedLines = true, Reopened = true, Contested = true, Core = true, Stale = true, SinglePublisher = true,
        };

        Assert.All(query.Filters(), filter => Assert.Equal(filter.Name, Assert.Single(filter.Without.Filters(), f => f.Value is null).Name));
    }

    // Ticked boxes send each level by itself, a link gives them in one; ranges have words of their own, and addresses of one level stay.
    [Theory]
    [InlineData("level=disputed", "Disputed", "disputed")]
    [InlineData("level=disputed&level=unknown", "Disputed Unknown", "disputed,unknown")]
    [InlineData("level=unknown,disputed", "Disputed Unknown", "disputed,unknown")]
    [InlineData("level=below-agreed-in-principle", "Narrowing Disputed NotDiscussed", "below-agreed-in-principle")]
    [InlineData("level=narrowing,disputed,not-discussed", "Narrowing Disputed NotDiscussed", "below-agreed-in-principle")]
    [InlineData("level=at-least-text-agreed", "Concluded TextAgreed", "at-least-text-agreed")]
    [InlineData("level=at-least-text-agreed&level=deferred", "Concluded TextAgreed Deferred", "concluded,text-agreed,deferred")]
    public void Read_Levels_SeveralAndRanges(string query, string levels, string written)
    {
        var (read, refusal) = Read("?" + query);

        Assert.Null(refusal);
        Assert.Equal(levels, string.Join(' ', read.Levels.Levels));
        Assert.Equal(written, read.Values().Single(v => v.Name == "level").Value);
    }

    private (IssueQuery Query, string? Refusal) Read(string query)
    {
        var values = new AddressValues(query, Services.GetRequiredService<IStringLocalizer<Text>>());
        return (IssueAddress.Read(values, At), values.Refusal);
    }
}
