using System.IO.Compression;
using System.Text;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Hosting;

public class JoinedGzipTests
{
    // The runtime's own reader holds the check and the length at the end against what it unpacked, and fails where one is wrong.
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 7, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(20_000, 5, 0)]
    [InlineData(20_000, 0, 90_000)]
    [InlineData(100_000, 700, 3)]
    [InlineData(3, 65_535, 100_000)]
    public void With_AnyMiddle_IsOneFileOfAllThree(int before, int middle, int after)
    {
        byte[] first = Text(before), second = Text(middle), third = Text(after);
        var joined = new JoinedGzip(first, third);

        var well = joined.Well();
        for (var turn = 0; turn < 2; turn++) // it is written again and again
        {
            Assert.Equal([.. first, .. second, .. third], Unpacked(joined.With(second)));
            Assert.Equal([.. first, .. third], Unpacked(joined.With([])));
            Assert.Equal([.. first, .. second, .. third], Unpacked(well.With(second)));
        }
    }

    // Somebody waits for the first; what is read often is packed again beside its readers.
    [Fact]
    public void PackWell_DocumentWithAPersonsPart_IsSmallerAndTheSame()
    {
        byte[] before = Text(20_000), after = Text(30_000), yours = Text(100);
        var document = new KeptDocument(null, Packing.Gzip, []).With(before, after);
        var (quick, size) = (document.BytesWith(yours), document.Size);

        document.PackWell();

        Assert.Equal(Unpacked(quick), Unpacked(document.BytesWith(yours)));
        Assert.True(document.BytesWith(yours).Length < quick.Length);
        Assert.True(document.Size < size);
    }

    private static byte[] Text(int length) =>
        [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, length).Select(i => $"<td>{i * 7919 % 1000}</td>"))).Take(length)];

    private static byte[] Unpacked(byte[] file)
    {
        using var packed = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var text = new MemoryStream();
        packed.CopyTo(text);
        return text.ToArray();
    }
}
