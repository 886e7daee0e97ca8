using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Hosting;

public class KeptDocumentsTests
{
    private const int Megabyte = 1024 * 1024;
    private readonly KeptDocuments documents = new();

    [Fact]
    public void End_MoreThanThereIsRoomFor_StaysWithinTheBound()
    {
        for (var i = 0; i < 200; i++)
        {
            Keep($"page {i}");
        }

        Assert.InRange(documents.Bytes, 1, KeptDocuments.MostBytes);
        Assert.InRange(documents.Count, 30, 64);
        Assert.NotNull(documents.Find("page 199"));
        Assert.Null(documents.Find("page 0"));
    }

    // A crawler asks for each date once; what readers ask for stays.
    [Fact]
    public void End_CrawlThroughDates_PushesOutNothingThatIsRead()
    {
        Keep("summary");
        Assert.NotNull(documents.Find("summary"));

        for (var i = 0; i < 200; i++)
        {
            Keep($"date {i}");
        }

        Assert.NotNull(documents.Find("summary"));
    }

    [Fact]
    public async Task Begin_SeveralAtOnce_LetsOneMakeItAndTheOthersWait()
    {
        Assert.Null(documents.Begin("page"));
        var waiting = documents.Begin("page")!;
        Assert.False(waiting.IsCompleted);

        documents.End("page", Document());

        Assert.True(await waiting);
        Assert.NotNull(documents.Find("page"));
    }

    [Fact]
    public async Task End_DocumentThatCantBeKept_TellsThoseWhoWait()
    {
        Assert.Null(documents.Begin("page"));
        var waiting = documents.Begin("page")!;

        documents.End("page", null);

        Assert.False(await waiting);
        Assert.Null(documents.Find("page"));
        Assert.Null(documents.Begin("page")); // the next one tries again
    }

    [Theory]
    [InlineData(nameof(Packing.Gzip))]
    [InlineData(nameof(Packing.Brotli))]
    public void PackWell_DocumentPackedQuickly_HasOtherBytesAndAnotherTagThatIsKnownToo(string packing)
    {
        var html = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"<td class=\"n\">{i * 7919 % 977}</td>")));
        var document = new KeptDocument("abc", Enum.Parse<Packing>(packing), []).With(html);
        var before = document.Bytes;

        document.PackWell();

        Assert.InRange(document.Bytes.Bytes.Length, 1, before.Bytes.Length - 1);
        Assert.Equal(("\"abc\"", "\"abc-w\""), (before.Tag, document.Bytes.Tag));
    }

    private void Keep(string name)
    {
        Assert.Null(documents.Begin(name));
        documents.End(name, Document());
    }

    private static KeptDocument Document() => new KeptDocument("tag", Packing.None, []).With(new byte[Megabyte]);
}
