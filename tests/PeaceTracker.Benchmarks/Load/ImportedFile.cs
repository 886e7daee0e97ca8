using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>The command <c>import FILE</c> for a board of some size, against the same command for a board with next to nothing on it.</summary>
internal static class ImportedFile
{
    /// <summary>Processor time a row in millionths of a second, growth of the process at its largest in MB, and the size of the file in MB.</summary>
    public static async Task<(double Cost, double Growth, double File)> MeasureAsync(string program, BoardSize size)
    {
        var folder = Directory.CreateTempSubdirectory("peacetracker-import-").FullName;
        try
        {
            var record = BigRecord.Make(size.Issues);
            var large = await WriteAsync(record, Path.Combine(folder, "board.json"));
            var small = await WriteAsync(ThreeStatusEvents.EmptyBoard(), Path.Combine(folder, "empty.json"));
            var empty = await MeasuredCommand.RunAsync(program, Path.Combine(folder, "empty"), "import", small.FullName);
            var full = await MeasuredCommand.RunAsync(program, Path.Combine(folder, "board"), "import", large.FullName);
            var rows = RecordSections.Lists.Sum(list => list.In(record).Count);
            return (
                (full.Processor - empty.Processor).TotalMicroseconds / rows, (full.Memory - empty.Memory) / 1048576.0, large.Length / 1048576.0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static async Task<FileInfo> WriteAsync(NegotiationRecord record, string path)
    {
        await using (var stream = File.Create(path))
        {
            await NegotiationFileWriter.WriteAsync(record, stream, CancellationToken.None);
        }

        return new FileInfo(path);
    }
}
