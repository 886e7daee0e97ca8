using PeaceTracker.Services.Data;

namespace PeaceTracker.Testing;

/// <summary>
/// The database of a program that was started once with both negotiations of the project. A program that begins with a copy of it has
/// nothing to migrate and nothing to import; that it can do so from nothing has tests of its own.
/// </summary>
public static class SeededStore
{
    private static readonly Lazy<Task<byte[]>> Template = new(MakeAsync);

    /// <summary>A data folder with a copy of it.</summary>
    public static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        File.WriteAllBytes(new StoreOptions { DataDirectory = folder.Path }.DatabaseFile, Template.Value.GetAwaiter().GetResult());
        return folder;
    }

    private static Task<byte[]> MakeAsync() => Task.Run(async () =>
    {
        using var folder = new TemporaryFolder();
        var options = new StoreOptions { DataDirectory = folder.Path };
        await using (var services = TestStore.Provide(options))
        {
            await services.StartStoreAsync(SeedFile.Example);
        }

        return await File.ReadAllBytesAsync(options.DatabaseFile);
    });
}
