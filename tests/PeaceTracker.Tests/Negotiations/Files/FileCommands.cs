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
    public static Task ExportAsync(string dataFolder, string slug, string file) => ExportAsync(In(dataFolder), slug, file);

    /// <summary>The same of a store in whichever place.</summary>
    public static async Task ExportAsync(StoreOptions options, string slug, string file)
    {
        var (code, _, errors) = await RunExportAsync(options, slug, file);
        Assert.Equal((0, ""), (code, errors));
    }

    /// <summary>Adds the negotiation of a file; it has to go well.</summary>
    public static async Task ImportAsync(string dataFolder, string file)
    {
        var (code, _, errors) = await RunImportAsync(dataFolder, file);
        Assert.Equal((0, ""), (code, errors));
    }

    public static Task<(int Code, string Output, string Errors)> RunExportAsync(
        string dataFolder, string slug, string file, bool withHistory = true, long? change = null) =>
        RunExportAsync(In(dataFolder), slug, file, withHistory, change);

    private static Task<(int Code, string Output, string Errors)> RunExportAsync(
        StoreOptions options, string slug, string file, bool withHistory = true, long? change = null) =>
        RunAsync(options, (services, output, errors) =>
            services.GetRequiredService<ExportCommand>().RunAsync(slug, file, withHistory, change, output, errors, Cancellation));

    public static Task<(int Code, string Output, string Errors)> RunImportAsync(string dataFolder, string file, bool withHistory = true) => RunAsync(
        In(dataFolder),
        (services, output, errors) => services.GetRequiredService<ImportCommand>().RunAsync(file, withHistory, false, output, errors, Cancellation));

    public static async Task<(int Code, string Errors)> VerifyAsync(string dataFolder)
    {
        var (code, _, errors) = await RunAsync(
            In(dataFolder), (services, output, errors) => services.GetRequiredService<VerifyCommand>().RunAsync(output, errors, Cancellation));
        return (code, errors);
    }

    private static StoreOptions In(string dataFolder) => new() { DataDirectory = dataFolder };

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        StoreOptions options, Func<IServiceProvider, TextWriter, TextWriter, Task<int>> run)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        await using var services = TestStore.Provide(options);
        var code = await run(services, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
