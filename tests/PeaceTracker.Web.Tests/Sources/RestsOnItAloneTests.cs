using Bunit;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Sources;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Sources;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Sources;

/// <summary>What a page of a source says of the issues that would be another way without it.</summary>
public class RestsOnItAloneTests : ComponentTests
{
    // Land did not apply to the pair, by the wire; then the report alone says that it is disputed. Sea is disputed by the wire.
    [Fact]
    public void Render_IssueThatWouldNotApply_IsSaidToBeNotCounted()
    {
        var record = new RecordBuilder().Issue("land").Issue("sea")
            .Status("land", Level.NotApplicable, 2).Status("sea", Level.Disputed, 2).Status("land", Level.Disputed, 3).Build();
        var wire = RecordBuilder.Cited with { SourceKey = "wire" };
        var board = new Board(
            record with
            {
                Sources = [.. record.Sources, record.Sources[0] with { Key = "wire" }],
                StatusEvents = [.. record.StatusEvents.Select((status, i) => i < 2 ? status with { Citations = [wire] } : status)],
            },
            1);

        var page = Render<RestsOnItAlone>(p => p.AddCascadingValue(new BoardAddress(RecordBuilder.Slug))
            .Add(x => x.View, SourceView.Of(board.AsOf(RecordBuilder.Day(5)), "report")!));

        Assert.Equal("1 issue would have a different level, or be counted differently", page.Find("summary").TextContent);
        Assert.Equal("not counted", page.Find("tbody td:last-child").TextContent.Trim());
        Assert.Contains("Disputed", page.Find("tbody td").TextContent, StringComparison.Ordinal);
    }
}
