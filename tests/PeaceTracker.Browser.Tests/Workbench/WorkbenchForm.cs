using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Sources;
using PeaceTracker.Web.Features.Rows;

namespace PeaceTracker.Browser.Tests.Workbench;

/// <summary>What is typed on the workbench.</summary>
public sealed class WorkbenchForm
{
    private string title = "";

    /// <summary>Holds the server while it takes a title; open unless a test closes it.</summary>
    public static ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>Told each title when the server takes it.</summary>
    public static event Action<string>? Taking;

    public string Title
    {
        get => title;
        set
        {
            Taking?.Invoke(value);
            Gate.Wait();
            title = value;
        }
    }

    public string Rationale { get; set; } = "";

    public Level? Level { get; set; }

    public Basis? Basis { get; set; }

    public DateOnly? On { get; set; }

    public DatePrecision Precision { get; set; }

    public string? IssueKey { get; set; }

    public string? SourceKey { get; set; }

    public IReadOnlyList<string> DyadKeys { get; set; } = [];

    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    public List<CitationForm> Citations { get; set; } = [];

    public static IReadOnlyList<ConflictField> Conflict { get; } =
    [
        new("title", "Title", "Ceasefire line", "The ceasefire line", "Line of the ceasefire"),
        new("description", "Description", "", "Where the forces stand", "Where each side's forces stand on the day"),
    ];
}
