using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;

namespace PeaceTracker.Services.Import;

/// <summary>Which table the command line imports, and how.</summary>
/// <param name="File">The file.</param>
/// <param name="Into">The negotiation.</param>
/// <param name="By">E-mail address of the account that records it; null for a dry run.</param>
/// <param name="Kind">What the rows are; null where that is to be found.</param>
/// <param name="Map">A file that says how the table is read; one that is not there is written with the best guess. Null for that guess.</param>
/// <param name="DryRun">Whether nothing is to be written.</param>
public sealed record TableToImport(string File, string Into, string? By, string? Kind, string? Map, bool DryRun);

/// <summary><c>import … --into …</c> at the command line: the rows of a table, by the rules and rights of forms.</summary>
public sealed class ImportTableCommand(
    StoreStartup startup, BoardReader boards, BoardEditor editor, IDbContextFactory<TrackerContext> contexts, TimeProvider clock)
{
    /// <summary>Carries it out; returns the exit code: 0 done, 1 refused.</summary>
    public async Task<int> RunAsync(TableToImport asked, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var path = Path.GetFullPath(asked.File);
        var (table, fault) = Open(path, cancellationToken);
        if (table is not TableRead.Opened { File: var file })
        {
            return await CommandAnswer.SayAsync(errors, fault ?? $"{path}: {((TableRead.Refused)table!).Sentence}", CommandAnswer.Refused);
        }

        await startup.StartAsync(null, cancellationToken);
        if (await boards.FindAsync(asked.Into, cancellationToken) is not { } board)
        {
            return await CommandAnswer.SayAsync(errors, $"There is no negotiation \"{asked.Into}\" in this store.", CommandAnswer.Refused);
        }

        var account = await AccountAsync(asked.By, cancellationToken);
        if (account is null && !asked.DryRun)
        {
            return await CommandAnswer.SayAsync(
                errors, "Say with --by EMAIL who records it: the e-mail address of an account that may edit. Or add --dry-run.",
                CommandAnswer.Refused);
        }

        var names = new BoardNames(board);
        var (mapping, wrong) = await MappingAsync(asked, file, names, cancellationToken);
        if (mapping is null)
        {
            return await CommandAnswer.SayAsync(errors, wrong!, CommandAnswer.Refused);
        }

        var sheet = file.Sheets.FirstOrDefault(one => one.Name == mapping.Sheet) ?? file.Sheets[0];
        var view = TableView.Of(file, sheet, mapping.HeadingRow);
        var run = DryRun.Of(
            ImportKinds.Find(mapping.Kind)!, view, mapping, board, clock.GetUtcNow().UtcDateTime, cancellationToken: cancellationToken);
        await output.WriteLineAsync(Counted(run));
        if (view.Columns.Where(column => !mapping.Columns.ContainsValue(column.Name)).Select(column => $"“{column.Name}”").ToList()
            is { Count: > 0 } unread)
        {
            await output.WriteLineAsync($"Not read: {string.Join(", ", unread)}.");
        }

        var refused = run.Rows.Where(row => row.Row.State == ImportState.Refused && row.IsTold)
            .SelectMany(row => row.Faults.Select(said => $"row {row.Row.Number}, {said.Column ?? "the whole row"}: {said.Sentence}")).ToList();
        if (refused.Count > 0)
        {
            await errors.WriteLineAsync(CommandAnswer.Listed(refused));
        }

        if (run.Untold > 0)
        {
            var rows = run.Untold == 1 ? "row" : "rows";
            await errors.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"  {run.Untold} more {rows} can’t be imported either. Correct the rows that have a reason, " +
                $"then check the table again."));
        }

        return asked.DryRun
            ? await CommandAnswer.SayAsync(output, "Nothing was written.", run.CanImport ? CommandAnswer.Done : CommandAnswer.Refused)
            : await ImportAsync(run, asked.Into, account!, output, errors, cancellationToken);
    }

    private async Task<int> ImportAsync(
        DryRun run, string slug, string account, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (!run.CanImport)
        {
            return await CommandAnswer.SayAsync(
                errors,
                run.Written.Count == 0 ? "There is nothing to import, and nothing was written."
                    : "Nothing was written. Correct those rows, or say \"leaveOutRefused\": true in the file of --map.",
                CommandAnswer.Refused);
        }

        return await editor.RunAsync(run.ToCommand(slug) with { Unread = true }, account, cancellationToken) switch
        {
            SaveResult.Saved saved => await CommandAnswer.SayAsync(
                output, string.Create(CultureInfo.InvariantCulture, $"Imported as change {saved.ChangeNumber}."), CommandAnswer.Done),
            SaveResult.Refused refused => await CommandAnswer.SayAsync(
                errors, "Nothing was written. " + string.Join(' ', refused.Errors.Select(error => error.Message).Distinct()), CommandAnswer.Refused),
            SaveResult.NotAllowed => await CommandAnswer.SayAsync(
                errors, "Nothing was written: that account may not record such rows.", CommandAnswer.Refused),
            _ => await CommandAnswer.SayAsync(errors, "Nothing was written: the board was changed in the meantime. Try " +
                "again.", CommandAnswer.Refused),
        };
    }

    private static (TableRead? Table, string? Fault) Open(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return (TableReader.Read(stream, Path.GetFileName(path), cancellationToken), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file {path} can’t be read ({fault.Message.TrimEnd('.')}).");
        }
    }

    private static async Task<(ImportMapping? Mapping, string? Fault)> MappingAsync(
        TableToImport asked, TableFile file, BoardNames names, CancellationToken cancellationToken)
    {
        var map = asked.Map is null ? null : Path.GetFullPath(asked.Map);
        if (map is not null && File.Exists(map))
        {
            return ImportMapping.Read(await File.ReadAllTextAsync(map, cancellationToken)) is { } given && ImportKinds.Find(given.Kind) is not null
                ? (given, null)
                : (null, $"{map} does not say how a table is read. Leave the file out, and it is written with the best guess.");
        }

        var view = TableView.Of(file, file.Sheets.FirstOrDefault(sheet => !sheet.Hidden) ?? file.Sheets[0]);
        var kind = asked.Kind is null ? ImportKinds.Guess(view) : ImportKinds.Find(asked.Kind);
        if (kind is null)
        {
            return (null, $"There is no kind \"{asked.Kind}\": give one of {string.Join(", ", ImportKinds.All.Select(one => one.Name))}.");
        }

        var guess = ImportMapping.Guess(kind, view, names);
        if (map is not null)
        {
            await File.WriteAllTextAsync(map, guess.Write() + Environment.NewLine, cancellationToken);
        }

        return (guess, null);
    }

    private async Task<string?> AccountAsync(string? email, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = email?.Trim().ToUpperInvariant();
        return known is null ? null
            : await context.Accounts.Where(account => account.NormalizedEmail == known).Select(account => account.Id)
                .FirstOrDefaultAsync(cancellationToken);
    }

    private static string Counted(DryRun run) => $"{run.Kind.Label}: " + string.Join(", ", new[]
    {
        (ImportState.New, "new"), (ImportState.Changed, "changed"), (ImportState.Left, "left as they are"), (ImportState.Same, "there already"),
        (ImportState.Refused, "refused"),
    }.Select(state => string.Create(CultureInfo.InvariantCulture, $"{run.Count(state.Item1)} {state.Item2}"))) + ".";
}
