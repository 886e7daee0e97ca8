using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Services.Import;

/// <summary>
/// Tables on their way to a board, one for each person and negotiation: read, checked and imported beside the pages that show them, which can be
/// left meanwhile. They are in this process's memory alone; nothing of them is on the board before they are imported.
/// </summary>
public sealed class ImportDesk(BoardReader boards, BoardEditor editor, OutcomeDesk outcomes, TimeProvider clock, ILogger<ImportDesk> logger)
{
    /// <summary>The most rows of which an outcome of talks is made: it is looked over row by row.</summary>
    public const int MostInOutcome = 100;

    private const int Most = 12;

    // Of all tables that are kept, together; the newest is, whatever its size.
    private const int MostRows = 2 * TableFile.MostRows;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    private readonly ConcurrentDictionary<(string Slug, string Account), ImportJob> _jobs = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What somebody brought to a negotiation and has not put away; null where there is nothing.</summary>
    public ImportJob? Find(string slug, string accountId)
    {
        Tidy();
        return _jobs.GetValueOrDefault((slug, accountId));
    }

    /// <summary>
    /// Takes a file in the place of whatever was there, and begins to check it. Returns why it can't be read; null where it can.
    /// <paramref name="kept"/> is how a table of a kind was read the last time.
    /// </summary>
    public async Task<string?> BringAsync(
        string slug, string accountId, string name, Stream stream, Func<ImportKind, Task<ImportMapping?>> kept, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await using var copy = Scratch.OpenFile();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await copy.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (copy.Length > TableFile.Largest)
            {
                break;
            }
        }

        var table = await Task.Run(() => TableReader.Read(copy, name, cancellationToken), cancellationToken);
        if (table is TableRead.Refused refused)
        {
            return refused.Sentence;
        }

        var job = new ImportJob(slug, accountId, ((TableRead.Opened)table).File);
        var best = job.File.Sheets.Where(sheet => !sheet.Hidden).DefaultIfEmpty(job.File.Sheets[0])
            .Select(sheet => TableView.Of(job.File, sheet)).Select(view => (View: view, Kind: ImportKinds.Guess(view)))
            .MaxBy(guess => ColumnGuess.Score(guess.Kind, guess.View));
        Put(slug, accountId, null);
        await TakeAsync(job, best.View, best.Kind, kept, cancellationToken);
        Put(slug, accountId, job);
        return null;
    }

    /// <summary>Takes the table for another kind, or another sheet or row of headings, and checks it anew.</summary>
    public async Task TakeAsync(
        ImportJob job, TableView view, ImportKind kind, Func<ImportKind, Task<ImportMapping?>> kept, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(kind);
        if (await boards.FindAsync(job.Slug, cancellationToken) is { } board)
        {
            (job.View, job.Kind) = (view, kind);
            job.Mapping = ImportMapping.Guess(kind, view, new BoardNames(board), await kept(kind));
            Check(job);
        }
    }

    /// <summary>Goes through the rows by the mapping as it is now; what comes of it is told by the job.</summary>
    public void Check(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.Touched = Now;
        var mine = job.Begin(ImportStage.Checking);
        var (kind, view, mapping) = (job.Kind, job.View, ImportMapping.Read(job.Mapping.Write())!);
        Aside(job, async () =>
        {
            var board = await boards.FindAsync(job.Slug, mine);
            var run = board is null ? null
                : DryRun.Of(kind, view, mapping, board, Now, new Telling(progress => job.Tell(progress, mine)), mine);
            job.End(mine, run);
        }, mine);
    }

    /// <summary>Imports what was checked; what comes of it is told by the job.</summary>
    public void Import(ImportJob job, Guid once)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.Run is not { CanImport: true } run || job.Stage != ImportStage.Checked)
        {
            return;
        }

        job.Touched = Now;
        var mine = job.Begin(ImportStage.Writing);
        Aside(job, async () =>
        {
            var result = await editor.RunAsync(
                run.ToCommand(job.Slug) with { Once = once, Written = new Telling(progress => job.Tell(progress, mine)) }, job.AccountId, mine);
            job.End(mine, refused: result is SaveResult.Saved ? null : result, change: (result as SaveResult.Saved)?.ChangeNumber);
        }, mine);
    }

    /// <summary>Makes an outcome of talks of what was checked, for whoever approves it; returns its number, or null where it can't be kept.</summary>
    public async Task<Guid?> ToOutcomeAsync(ImportJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.Run is not { CanImport: true, AsksForApproval: true } run || run.Written.Count > MostInOutcome)
        {
            return null;
        }

        var id = Guid.NewGuid();
        if (await outcomes.KeepAsync(job.Slug, id, 0, OutcomeOfRows.Make(run.Written), job.AccountId, cancellationToken) is not OutcomeSave.Kept)
        {
            return null;
        }

        Drop(job);
        return id;
    }

    /// <summary>Puts a job away.</summary>
    public void Drop(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.Dispose();
        _jobs.TryRemove((job.Slug, job.AccountId), out _);
    }

    private void Put(string slug, string accountId, ImportJob? job)
    {
        if (_jobs.TryRemove((slug, accountId), out var before))
        {
            before.Dispose();
        }

        if (job is not null)
        {
            _jobs[(slug, accountId)] = job;
        }

        Tidy();
    }

    // What nobody goes on with, and of many the oldest: a table of 50 MB is a lot to keep.
    private void Tidy()
    {
        var oldest = Now - Kept;
        var idle = _jobs.Values.Where(job => job.Stage is ImportStage.Checked or ImportStage.Done).OrderByDescending(job => job.Touched).ToList();
        var rows = 0;
        foreach (var (place, job) in idle.Index())
        {
            rows += job.File.Sheets.Sum(sheet => sheet.Rows.Count);
            if (place >= Most || job.Touched < oldest || (place > 0 && rows > MostRows))
            {
                Drop(job);
            }
        }
    }

    // Nobody waits for it, so that a fault must be told.
    private void Aside(ImportJob job, Func<Task> work, CancellationToken mine) => Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            job.End(mine);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "The import of {File} into {Slug} failed", job.File.Name, job.Slug);
            job.End(mine, refused: SaveResult.Refuse("Something went wrong on our side, and nothing was imported. Try again."));
        }
    }, CancellationToken.None);

    private sealed class Telling(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
