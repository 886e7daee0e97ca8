using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The feeds keep to RFC 4287.</summary>
public sealed class AtomSchemaTests(BothBoards host)
{
    [Theory]
    [InlineData("changes.atom")]
    [InlineData("changes.atom?issue=power-sharing&kind=status")]
    [InlineData("changes.atom?party=veltrania")]
    [InlineData("search.atom?q=water")]
    [InlineData("search.atom?q=nothingofthekind")]
    public async Task Feed_EachKind_KeepsToTheSchema(string feed)
    {
        var text = await host.Client.GetStringAsync(
            new Uri($"/negotiations/{SeedFile.Example}/{feed}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Empty(AtomSchema.Faults(text));
    }

    [Theory]
    [InlineData("<updated>2026-11-28</updated>", "updated")]
    [InlineData("<updated>2026-11-28T00:00:00Z</updated><updated>2026-11-28T00:00:00Z</updated>", "has not one updated")]
    [InlineData("<updated>2026-11-28T00:00:00Z</updated><headline>x</headline>", "headline")]
    [InlineData("<updated>2026-11-28T00:00:00Z</updated><link rel=\"self\"/>", "href")]
    [InlineData(
        "<updated>2026-11-28T00:00:00Z</updated><entry><id>a:b</id><title>T</title><updated>2026-11-28T00:00:00Z</updated></entry>", "nor a link")]
    public void Faults_OfAFeedThatIsNone_AreSeen(string part, string said)
    {
        var feed = $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>a:a</id><title>T</title><author><name>A</name></author>{part}</feed>";

        Assert.Contains(AtomSchema.Faults(feed), fault => fault.Contains(said, StringComparison.Ordinal));
    }
}
