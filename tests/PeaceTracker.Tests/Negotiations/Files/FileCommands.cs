using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>
/// <c>export</c>, <c>import</c> and <c>verify</c> on a data folder on which nothing runs, each with the services of a program of its own.
/// </summary>
internal static class FileCommands
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Writes a negotiation to a new file; it has to go well.</summary>
    public static async Task ExportAsync(string dataFolder, params string[] words)
    {
        var (code, _, errors) = await RunExportAsync(dataFolder, words);
        Assert.Equal((0, ""), (code, errors));
    }

    /// <summary>Adds the negotiation of a file; it has to go well.</summary>
    public static async Task ImportAsync(string dataFolder, params string[] words)
    {
        var (code, _, errors) = await RunImportAsync(dataFolder, words);
        Assert.Equal((0, ""), (code, errors));
    }

    public static Task<(int Code, string Output, string Errors)> RunExportAsync(string dataFolder, params string[] words) => RunAsync(
        dataFolder, (services, output, errors) => services.GetRequiredService<ExportCommand>().RunAsync(words, output, errors, Cancellation));

    public static Task<(int Code, string Output, string Errors)> RunImportAsync(string dataFolder, params string[] words) => RunAsync(
        dataFolder, (services, output, errors) => services.GetRequiredService<ImportCommand>().RunAsync(words, output, errors, Cancellation));

    public static async Task<(int Code, string Errors)> VerifyAsync(string dataFolder)
    {
        var (code, _, errors) = await RunAsync(
            dataFolder, (services, output, errors) => services.GetRequiredService<VerifyCommand>().RunAsync(output, errors, Cancellation));
        return (code, errors);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        string dataFolder, Func<IServiceProvider, TextWriter, TextWriter, Task<int>> run)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = dataFolder });
        var code = await run(services, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
