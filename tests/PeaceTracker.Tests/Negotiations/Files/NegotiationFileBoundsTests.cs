using System.Text;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>How much of a file is read, and that its rows, each parsed by itself, lose nothing of what is wrong with them.</summary>
public sealed class NegotiationFileBoundsTests
{
    [Fact]
    public async Task ReadAsync_MoreValuesThanTheMaximum_AreRefused()
    {
        var reader = new NegotiationFileReader { MaxValues = 1000 };
        using var stream = new MemoryStream(
            Encoding.UTF8.GetBytes("{ \"parties\": [{}" + string.Concat(Enumerable.Repeat(",[1,{\"a\":1}]", 250)) + "] }"));

        var error = Assert.Single((await reader.ReadAsync(stream, TestContext.Current.CancellationToken)).Errors);

        Assert.Contains("more than 1,000 values", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_HundredsOfThousandsOfErrors_AreNotAllGoneThrough()
    {
        var result = await ReadAsync("{ \"formatVersion\": 1, \"parties\": [1" + string.Concat(Enumerable.Repeat(",1", 300_000)) + "] }");

        Assert.Equal(1001, result.Errors.Count);
        Assert.StartsWith("There are at least 990", result.Errors[^1].Message, StringComparison.Ordinal);
    }

    // A board of 10,000 issues and 200,000 events fills such a file; here it is blanks between the values.
    [Fact]
    public async Task ReadAsync_FileOfFiftyThreeMegabytes_IsRead()
    {
        await using var seed = File.OpenRead(Path.Combine(SeedFiles.Folder, "example.json"));
        using var large = new MemoryStream();
        await seed.CopyToAsync(large, TestContext.Current.CancellationToken);
        large.Write(Encoding.UTF8.GetBytes(new string(' ', (53 * 1024 * 1024) - (int)large.Length)));
        large.Position = 0;

        var result = await new NegotiationFileReader().ReadAsync(large, TestContext.Current.CancellationToken);

        Assert.Empty(result.Errors);
        Assert.NotEmpty(result.Record!.StatusEvents);
    }

    // Blanks are passed over and the rest is a small file, so all that is made is the window along it, of 256 KB, and the rows.
    [Fact]
    public async Task ReadAsync_FileOfFiftyThreeMegabytes_IsNotHeldWhole()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "large.json");
        await File.WriteAllTextAsync(path, "{ \"formatVersion\": 1" + new string(' ', 53 * 1024 * 1024) + "}", TestContext.Current.CancellationToken);
        await using var stream = File.OpenRead(path);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken);
        var made = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(reading.IsCompleted, "It was read on another thread, of which nothing is known here.");
        Assert.InRange(made, 256 * 1024, 8 * 1024 * 1024);
    }

    // The window of 256 KB ends within a name, a text, a number, a list, or between two of them, as the blanks before move it along.
    [Fact]
    public async Task ReadAsync_LongerThanTheWindow_IsTheSameWhereverTheWindowEnds()
    {
        var seed = await File.ReadAllTextAsync(Path.Combine(SeedFiles.Folder, "example.json"), TestContext.Current.CancellationToken);
        var expected = await ReadAsync(seed);
        var places = Enumerable.Range(0, 12).Select(i => seed.IndexOf("\"statusEvents\"", StringComparison.Ordinal) + 400 + (i * 7)).ToList();
        foreach (var place in places)
        {
            var blanks = new string(' ', (256 * 1024) - Encoding.UTF8.GetByteCount(seed.AsSpan(0, place)));
            using var unseekable = new OneWay(Encoding.UTF8.GetBytes("{" + blanks + seed[1..]));

            var result = await new NegotiationFileReader().ReadAsync(unseekable, TestContext.Current.CancellationToken);

            Assert.Empty(result.Errors);
            Assert.Equal(Written(expected), Written(result));
        }
    }

    [Fact]
    public async Task ReadAsync_TextLongerThanTheWindow_IsSaidToBeTooLong()
    {
        var seed = await File.ReadAllTextAsync(Path.Combine(SeedFiles.Folder, "example.json"), TestContext.Current.CancellationToken);
        const string Field = "\"description\": \"";

        var result = await ReadAsync(seed.Replace(Field, Field + new string('x', 600_000), StringComparison.Ordinal));

        Assert.Contains(result.Errors, error => error.Path == "negotiation.description"
            && error.Message.EndsWith("Shorten it to 2000 at most.", StringComparison.Ordinal));
    }

    // Each is looked up by itself: what that costs must not grow with how many others there are.
    [Fact]
    public async Task ReadAsync_HundredsOfThousandsOfUnknownProperties_AreNotAllGoneThrough()
    {
        var result = await ReadAsync("{ \"formatVersion\": 1" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $",\"x{i}\":1")) + "}");

        Assert.Equal(1001, result.Errors.Count);
        Assert.StartsWith("There are at least 990", result.Errors[^1].Message, StringComparison.Ordinal);
    }

    // On line 6, in a row that is parsed by itself after the file was looked through.
    [Theory]
    [InlineData("\"x\\ud800\"", "UTF-8")]
    [InlineData("{ \"key\": 7 }", "A text in quotation marks belongs here")]
    public async Task ReadAsync_FaultInARow_IsSaidWithItsLine(string row, string said)
    {
        var result = await ReadAsync("{\n\"formatVersion\": 1,\n\"parties\": [\n{ \"key\": \"a\",\n\"names\": [1] },\n" + row + "\n] }");

        Assert.Contains(result.Errors, error => error.Line == 6 && error.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_FileLargerThanTheMaximum_IsRefused()
    {
        var reader = new NegotiationFileReader { MaxBytes = 100 };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("{ \"formatVersion\": 1 }" + new string(' ', 100)));

        var error = Assert.Single((await reader.ReadAsync(stream, TestContext.Current.CancellationToken)).Errors);

        Assert.Contains("larger than 100 bytes", error.Message, StringComparison.Ordinal);
    }

    // It is looked through from its beginning; the name of the party is no text any more when its row is read.
    [Fact]
    public async Task ReadAsync_FileThatIsChangedMeanwhile_IsRefusedInWords()
    {
        using var stream = new Changed(Encoding.UTF8.GetBytes("{ \"formatVersion\": 1, \"parties\": [{ \"key\": \"a\", \"name\": \"~\" }] }"));

        var error = Assert.Single((await new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken)).Errors);

        Assert.Equal("The file was changed while it was read. Read it again once it is whole.", error.Message);
    }

    private static string Written(NegotiationFileResult result)
    {
        using var stream = new MemoryStream();
        NegotiationFileWriter.WriteAsync(result.Record!, stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // As a browser sends it: it can't be wound back.
    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    // Whatever is read of it again, from its middle, has other bytes.
    private sealed class Changed(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> into)
        {
            var again = Position > 0;
            var read = base.Read(into);
            if (again)
            {
                into[..read].Replace((byte)'~', (byte)0xFF);
            }

            return read;
        }
    }

    private static async Task<NegotiationFileResult> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
