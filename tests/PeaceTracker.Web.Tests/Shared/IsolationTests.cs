using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Issues;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Pairs;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Shared;

/// <summary>A name that is written from the right stands apart in its sentence; others are as they were.</summary>
public class IsolationTests : ComponentTests
{
    private const string Lebanon = "لبنان";

    private IStringLocalizer<Text> L => Services.GetRequiredService<IStringLocalizer<Text>>();

    [Theory]
    [InlineData("לבנון", "Position of \u2068לבנון\u2069")]
    [InlineData(Lebanon, "Position of \u2068لبنان\u2069")]
    [InlineData("Élorie", "Position of Élorie")]
    [InlineData("Україна", "Position of Україна")]
    [InlineData("中国", "Position of 中国")]
    public void Sentence_NameFromTheRight_StandsApart(string name, string sentence) =>
        Assert.Equal(sentence, L["Position of {0}", name].Value);

    // A sentence that is put into another one keeps its own isolation, and the figures beside it are left as they are.
    [Fact]
    public void Sentence_WithinAnother_StandsApartAsWell() =>
        Assert.Equal("\u2068between \u2068لبنان\u2069 and A\u2069, 7", L["{0}, {1}", L["between {0} and {1}", Lebanon, "A"], 7].Value);

    [Fact]
    public void Sentence_OnAPageFromTheRight_SetsNamesFromTheLeftApart()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ar");
        try
        {
            Assert.Equal(["\u2068Élorie\u2069", Lebanon, "7"], [Isolation.Of("Élorie"), Isolation.Of(Lebanon), Isolation.Of("7")]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    // For a page: what can't be set apart by <bdi>, because it stands within a sentence or an attribute, is so by its characters.
    [Fact]
    public void IssuePositions_PartiesFromTheRightWithoutOne_AreNamedApart()
    {
        var record = new RecordBuilder().Issue("a").Status("a", Level.Disputed, 1).Position("a", "a", Stance.Objects).Board().Record;
        var board = new Board(record with { Parties = [.. record.Parties.Select(p => p with { Name = Lebanon, ShortName = Lebanon })] }, 1);

        var page = Render<IssuePositions>(p => p.AddCascadingValue(new BoardAddress(RecordBuilder.Slug))
            .Add(x => x.View, IssueView.Of(board.AsOf(RecordBuilder.Day(2)), "a")!));

        Assert.Contains($"No position recorded: \u2068{Lebanon}", page.Markup, StringComparison.Ordinal);
    }

    // In a list within a sentence each name stands apart: set apart together, their order would be turned round.
    [Fact]
    public void ShareTakes_IssuesFromTheRight_AreNamedApartFromEachOther()
    {
        var record = new RecordBuilder().Issues(2, Level.Disputed).Build();
        var at = new Board(record with { Issues = [.. record.Issues.Select(i => i with { Title = Lebanon })] }, 1).AsOf(RecordBuilder.Day(2));

        var page = Render<ShareTakes>(p => p.AddCascadingValue(new BoardAddress(RecordBuilder.Slug))
            .Add(x => x.Page, "pairs").Add(x => x.Name, "share").Add(x => x.At, at).Add(x => x.Takes, WhatItTakes.Of(at, Ratio.One)!));

        Assert.Contains($"\u2068{Lebanon}\u2069, \u2068{Lebanon}\u2069", page.Find("#takes-answer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ASentence_IsAsItWasTyped() => Assert.Equal("Position of لبنان", Isolation.Without(L["Position of {0}", Lebanon]));
}
