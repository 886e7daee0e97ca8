using PeaceTracker.Services.Data;

namespace PeaceTracker.Testing;

/// <summary>
/// The databases of programs that were started once, with the negotiation of the article alone and with both of the project. A program that begins
/// with a copy of one has nothing to migrate and nothing to import; that it can do so from nothing has tests of its own.
/// </summary>
public static class SeededStore
{
    private static readonly Lazy<Task<byte[]>> First = new(() => Task.Run(() => MakeAsync(null, null)));
    private static readonly Lazy<Task<byte[]>> Both = new(() => Task.Run(async () => await MakeAsync(await First.Value, SeedFile.Example)));

    /// <summary>A data folder with a copy of the one with both.</summary>
    public static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        CopyTo(folder.Path, withExample: true);
        return folder;
    }

    /// <summary>Puts a copy into a data folder.</summary>
    public static void CopyTo(string folder, bool withExample) =>
        File.WriteAllBytes(FileIn(folder), (withExample ? Both : First).Value.GetAwaiter().GetResult());

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
