using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Import;

/// <summary>How far an import has come.</summary>
public enum ImportStage
{
    /// <summary>Its rows are being gone through.</summary>
    Checking,
    /// <summary>It can be looked at, changed and imported.</summary>
    Checked,
    /// <summary>It is being written.</summary>
    Writing,
    /// <summary>It is on the board.</summary>
    Done,
}

/// <summary>
/// A table that somebody brought, on its way to the board. It goes on when its page is left, and is found again where that is opened anew.
/// </summary>
public sealed class ImportJob : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _work = new();
    private CancellationToken _mine;
    private bool _gone;

    internal ImportJob(string slug, string accountId, TableFile file) => (Slug, AccountId, File) = (slug, accountId, file);

    /// <summary>Raised, from whichever thread, when there is something else to show.</summary>
    public event Action? Moved;

    /// <summary>The negotiation.</summary>
    public string Slug { get; }

    /// <summary>Whose it is; nobody else sees it.</summary>
    public string AccountId { get; }

    /// <summary>The file.</summary>
    public TableFile File { get; }

    /// <summary>What the rows are taken for.</summary>
    public ImportKind Kind { get; internal set; } = default!;

    /// <summary>The sheet that is imported.</summary>
    public TableView View { get; internal set; } = default!;

    /// <summary>How it is read. Whoever changes it has it checked anew.</summary>
    public ImportMapping Mapping { get; internal set; } = default!;

    /// <summary>How far it has come.</summary>
    public ImportStage Stage { get; private set; }

    /// <summary>How many rows were gone through since the stage began.</summary>
    public int Progress { get; private set; }

    /// <summary>What it would do, by what it was last checked with; null before that.</summary>
    public DryRun? Run { get; private set; }

    /// <summary>Why it was not imported; empty where nothing stood in the way.</summary>
    public SaveResult? Refused { get; private set; }

    /// <summary>The change by which it came to the board; null while it has not.</summary>
    public long? Change { get; private set; }

    /// <summary>When it was last touched (UTC): it is given up after a time.</summary>
    internal DateTime Touched { get; set; }

    /// <summary>Stops what is going on. What is being written is not written then.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (!_gone)
            {
                _work.Cancel();
            }
        }
    }

    /// <summary>Stops what is going on, for good.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!_gone)
            {
                _gone = true;
                _work.Cancel();
                _work.Dispose();
            }
        }
    }

    /// <summary>Begins a stage; whatever went on before is stopped.</summary>
    internal CancellationToken Begin(ImportStage stage)
    {
        CancellationToken mine;
        lock (_lock)
        {
            if (_gone)
            {
                return new CancellationToken(canceled: true);
            }

            _work.Cancel();
            _work.Dispose();
            _work = new CancellationTokenSource();
            (_mine, Stage, Progress, Refused) = (mine = _work.Token, stage, 0, null);
        }

        Moved?.Invoke();
        return mine;
    }

    internal void Tell(int progress, CancellationToken mine)
    {
        if (!mine.IsCancellationRequested)
        {
            Progress = progress;
            Moved?.Invoke();
        }
    }

    /// <summary>Ends a stage, where no other one has begun since.</summary>
    internal void End(CancellationToken mine, DryRun? run = null, SaveResult? refused = null, long? change = null)
    {
        lock (_lock)
        {
            if (_gone || _mine != mine)
            {
                return;
            }

            (Run, Refused, Change) = (run ?? Run, refused, change);
            Stage = change is null ? ImportStage.Checked : ImportStage.Done;
        }

        Moved?.Invoke();
    }
}
