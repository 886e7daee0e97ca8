using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Issues;

/// <summary>Where several issues stand, while it is typed in one table: of one day, and by the same sources.</summary>
public sealed class LevelsForm
{
    /// <summary>The day.</summary>
    public DateOnly? OccurredOn { get; set; }

    /// <summary>How exactly that is known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The issues between the pairs of which nothing is recorded yet; those of which nothing is typed count for nothing.</summary>
    public List<LevelLineForm> Lines { get; set; } = [];

    /// <summary>
    /// A form for what has no level yet on a board on a day, the issues of the agenda first; it cites the board's source where there is one alone.
    /// </summary>
    public static LevelsForm On(BoardSnapshot at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var record = at.Board.Record;
        var agenda = at.Agenda?.IssueKeys.ToList() ?? [];
        var sources = record.Sources.Where(source => source.Retracted is null).Take(2).ToList();
        return new()
        {
            Citations = [new() { SourceKey = sources is [var only] ? only.Key : null }],
            Lines =
            [
                .. from issue in record.Issues
                   where issue.Retracted is null
                   orderby agenda.IndexOf(issue.Key) is >= 0 and var place ? place : int.MaxValue
                   from dyad in issue.DyadKeys
                   where at.IssueOnOrOffAgenda(issue.Key)?.Between(dyad)?.Step is null && record.Dyads.Any(d => d.Key == dyad && d.Retracted is null)
                   select new LevelLineForm { IssueKey = issue.Key, DyadKey = dyad },
            ],
        };
    }

    /// <summary>The command that records them; what is missing is told to <paramref name="check"/>.</summary>
    public RecordLevels ToCommand(string slug, FormCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var lines = Lines.Index().Where(line => !line.Item.IsBlank).ToList();
        if (lines.Count == 0)
        {
            return new RecordLevels(slug, []);
        }

        var day = check.Need("occurredOn", OccurredOn, "Give the day on which these levels held.");
        var cited = CitationForm.ToRows(Citations, check, "");
        return new RecordLevels(slug,
        [
            .. lines.Select(line => ($"lines[{line.Index}]", new StatusEventForm
            {
                IssueKey = line.Item.IssueKey, DyadKey = line.Item.DyadKey, Level = line.Item.Level, Basis = line.Item.Basis,
                Rationale = line.Item.Rationale, OccurredOn = day, Precision = Precision,
            }.ToRow(check, $"lines[{line.Index}]") with { Citations = cited })),
        ]);
    }
}

/// <summary>Where one issue stands between one pair, while it is typed in a table.</summary>
public sealed class LevelLineForm
{
    /// <summary>Key of the issue.</summary>
    public string IssueKey { get; set; } = "";

    /// <summary>Key of the dyad.</summary>
    public string DyadKey { get; set; } = "";

    /// <summary>The level.</summary>
    public Level? Level { get; set; }

    /// <summary>On whose word.</summary>
    public Basis? Basis { get; set; }

    /// <summary>Why.</summary>
    public string Rationale { get; set; } = "";

    /// <summary>Whether nothing is typed in it.</summary>
    public bool IsBlank => Level is null && Basis is null && FormCheck.Optional(Rationale) is null;
}
