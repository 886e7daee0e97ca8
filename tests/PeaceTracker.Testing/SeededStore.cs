using PeaceTracker.Services.Data;

namespace PeaceTracker.Testing;

/// <summary>
/// The databases of programs that were started once, with the negotiation of the article alone and with both of the project. A program that begins
/// with a copy of one has nothing to migrate and nothing to import; that it can do so from nothing has tests of its own.
/// </summary>
public static class SeededStore
{
    private static readonly Lock Making = new();
    private static Task<byte[]>? first, both;

    /// <summary>A data folder with a copy of the one with both.</summary>
    public static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        CopyTo(folder.Path, withExample: true);
        return folder;
    }

    /// <summary>Puts a copy into a data folder.</summary>
    public static void CopyTo(string folder, bool withExample) =>
        File.WriteAllBytes(FileIn(folder), (withExample ? BothAsync() : FirstAsync()).GetAwaiter().GetResult());

    private static Task<byte[]> FirstAsync() => Made(ref first, () => MakeAsync(null, null));

    private static Task<byte[]> BothAsync() => Made(ref both, async () => await MakeAsync(await FirstAsync(), SeedFile.Example));

    // One that failed, as where the disk was full for a moment, is made again for the next test.
    private static Task<byte[]> Made(ref Task<byte[]>? made, Func<Task<byte[]>> make)
    {
        lock (Making)
        {
            return made is { IsFaulted: false } ? made : made = Task.Run(make);
        }
    }

    private static string FileIn(string folder) => new StoreOptions { DataDirectory = folder }.DatabaseFile;

    private static async Task<byte[]> MakeAsync(byte[]? begun, string? seed)
    {
        using var folder = new TemporaryFolder();
        var file = FileIn(folder.Path);
        if (begun is not null)
        {
            await File.WriteAllBytesAsync(file, begun);
        }

        await using (var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path }))
        {
            await services.StartStoreAsync(seed);
        }

        return await File.ReadAllBytesAsync(file);
    }
}
