using System.CommandLine;
using System.CommandLine.Invocation;
using PeaceTracker.Web.Features.Administration;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Features.Negotiations;

namespace PeaceTracker.Web.Hosting;

/// <summary>The grammar of the command line. Without a command the server runs; what is not understood makes nothing.</summary>
public static class CommandGrammar
{
    // 0 is done, 1 refused.
    private const int Misused = 2;

    /// <summary>Does what the arguments say; returns the exit code: 0 done, 1 refused, 2 not understood.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var given = ProgramArguments.Of(arguments);
        var read = Root(given.Settings).Parse(given.Words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if ((given.Fault ?? FaultOf(read)) is { } fault)
        {
            await errors.WriteLineAsync($"This is not understood, and nothing was done: {fault} See: --help");
            return Misused;
        }

        // The server ends by itself when it is told to; faults are the caller's.
        return await read.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Root(IReadOnlyList<string> settings)
    {
        var urls = new Option<string>("--urls") { HelpName = "URLS", Description = "Addresses to listen at, separated by “;”; " + Address.Default };
        var seed = new Option<string>("--seed") { HelpName = "NAME", Description = "Adds a negotiation that comes with the program" };
        var root = new RootCommand(
            "PeaceTracker: how much is agreed in peace negotiations, with sources. Without a command, it starts the server. Any setting can be "
            + "given as --PeaceTracker:Name=value, as well as in the environment (PeaceTracker__Name) or appsettings.json.")
        {
            urls, seed,
        };
        root.SetAction(read => Server.RunAsync(
            read.GetValue(urls) is { } listen ? [.. settings, $"--{WebHostDefaults.ServerUrlsKey}={listen}"] : settings,
            read.GetValue(seed), read.InvocationConfiguration.Error));
        var host = new CommandHost(settings);
        root.Add(UserCommands.Make(host));
        root.Add(FileCommands.MakeExport(host));
        root.Add(FileCommands.MakeImport(host));
        root.Add(Verification.Make(host));
        root.Add(BackupCommands.MakeBackup(host));
        root.Add(BackupCommands.MakeRestore(host));
        root.Add(StoreCommands.MakeCopyTo(host));
        return root;
    }

    private static string? FaultOf(ParseResult read) => read switch
    {
        { Action: not ParseErrorAction } => null,
        { UnmatchedTokens: [var unknown, ..] } => $"“{unknown}” is not a command or option here.",
        _ => string.Join(' ', read.Errors.Select(error => error.Message)),
    };
}
