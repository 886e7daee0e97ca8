using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Data.Copying;

/// <summary>
/// <c>copy-to</c> at the command line: the whole store into an empty one of the other kind, or of the same: accounts, boards, drafts, history and
/// keys, with the same numbers and hashes. The store that is copied is only read, and stays as it is.
/// </summary>
public sealed class CopyCommand(StoreDatabase source, StoreOptions options)
{
    private const int Done = 0, Refused = 1;

    /// <summary>
    /// Copies to <paramref name="target"/>, a connection string or a data folder; returns the exit code: 0 copied, 1 refused. Throws
    /// <see cref="StoreRefusal"/> where either can't be used.
    /// </summary>
    public async Task<int> RunAsync(string target, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var to = OptionsOf(target);
        await using var data = await source.OpenStoredAsync(cancellationToken);
        await using var from = data.NewContext();
        await using var services = Provide(to);
        await services.GetRequiredService<StoreStartup>().StartAsync(null, cancellationToken);
        await using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(cancellationToken);
        var copy = new StoreCopy(from, turn.Context);
        if (await copy.FindRowsAsync(cancellationToken) is { } table)
        {
            return await SayAsync(
                errors, $"The store to copy to is not empty (it has rows in {table}). Nothing was copied: name an empty one.", Refused);
        }

        var tables = new List<CopiedTable>();
        await foreach (var copied in copy.RunAsync(cancellationToken))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{copied.Name}: {copied.Rows:N0}"));
            tables.Add(copied);
        }

        // Read again from where it was written, before it stays.
        await foreach (var (name, digest) in copy.DigestsAsync(cancellationToken))
        {
            if (digest != tables.Single(copied => copied.Name == name).Digest)
            {
                return await SayAsync(
                    errors, $"The rows of {name} are not the same in the store they were copied to. Nothing was copied: report this.", Refused);
            }
        }

        var keys = await KeyCopy.RunAsync(options, from, to, turn.Context, cancellationToken);
        await services.GetRequiredService<StoreDatabase>().ContinueNumbersAsync(turn.Context, cancellationToken);
        await turn.SaveAsync(cancellationToken);
        var report = await ChainCheck.OfAsync(turn.Context, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Copied {tables.Sum(copied => copied.Rows):N0} rows and {keys:N0} keys, all the same; "
            + $"the newest change is {report.Head?.Number ?? 0}."));
        return report.First is { } misfit
            ? await SayAsync(errors, $"In both stores change {misfit.Number} does not fit: {misfit.Why}.", Refused)
            : await SayAsync(output, "The copied store is unchanged. Start the program with the new one to continue there.", Done);
    }

    private StoreOptions OptionsOf(string target) => target.Contains('=', StringComparison.Ordinal)
        ? new StoreOptions { DataDirectory = options.DataDirectory, Database = target }
        : new StoreOptions { DataDirectory = Path.GetFullPath(target) };

    private static ServiceProvider Provide(StoreOptions to)
    {
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddPeaceTrackerStore(to);
        return services.BuildServiceProvider();
    }

    private static async Task<int> SayAsync(TextWriter writer, string sentence, int code)
    {
        await writer.WriteLineAsync(sentence);
        return code;
    }
}
