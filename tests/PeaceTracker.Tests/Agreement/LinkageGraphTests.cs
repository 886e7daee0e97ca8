using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Agreement;

public class LinkageGraphTests
{
    // Sea needs land, air needs sea and land: three layers. Two wait for land (sea, and air through it), one for sea. Rail has no link.
    [Fact]
    public void Of_Chain_StandsInLayersAndCountsWhoWaits()
    {
        var graph = LinkageGraph.Of(new RecordBuilder()
            .Issue("air", dependsOn: ["sea", "land"]).Issue("sea", dependsOn: ["land"]).Issue("land").Issue("rail")
            .Status("land", Level.TextAgreed).AsOf(5));

        Assert.Equal(
            [("land", 0, 2, true), ("sea", 1, 1, false), ("air", 2, 0, false)],
            graph.Nodes.Select(n => (n.Standing.Issue.Key, n.Layer, n.Waiting, n.Agreed)));
        Assert.Equal((3, 1), (graph.Layers, graph.Rows));
    }

    // A circle of two: the first on the agenda is placed as if it needed nothing, and each waits for the other.
    [Fact]
    public void Of_Circle_PlacesEachOnce()
    {
        var graph = LinkageGraph.Of(new RecordBuilder().Issue("air", dependsOn: ["sea"]).Issue("sea", dependsOn: ["air"]).AsOf(5));

        Assert.Equal([("air", 0, 1), ("sea", 1, 1)], graph.Nodes.Select(n => (n.Standing.Issue.Key, n.Layer, n.Waiting)));
    }

    [Fact]
    public void Of_LinkToAnIssueOffTheAgenda_IsLeftOut() => Assert.Empty(LinkageGraph.Of(
        new RecordBuilder().Issue("air", dependsOn: ["sea"]).Issue("sea").Agenda(1, ["air"]).AsOf(5)).Nodes);

    // Every issue stands right of what it depends on, on any chain however long.
    [Fact]
    public void Of_LongChain_IsAsDeepAsItIsLong()
    {
        var record = new RecordBuilder().Issue("issue 0");
        for (var i = 1; i < 3000; i++)
        {
            record.Issue($"issue {i}", dependsOn: [$"issue {i - 1}"]);
        }

        Assert.Equal(3000, LinkageGraph.Of(record.AsOf(5)).Layers);
    }
}
