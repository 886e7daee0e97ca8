using System.Globalization;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Issues;

/// <summary>Several issues while they are typed in one table, and the first agenda that is made of them.</summary>
public sealed class IssuesForm
{
    /// <summary>The issues, a line each; blank ones count for nothing, and the last always is.</summary>
    public List<IssueLineForm> Issues { get; set; } = [];

    /// <summary>Whether they are the first agenda, where there is none: an issue counts in a share once it is on one.</summary>
    public bool OnAgenda { get; set; } = true;

    /// <summary>What that list is.</summary>
    public string AgendaTitle { get; set; } = "";

    /// <summary>The first day on which it is in force.</summary>
    public DateOnly? InForceFrom { get; set; }

    /// <summary>Where the list is reported.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>An empty form on a board with that record.</summary>
    public static IssuesForm On(NegotiationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var form = new IssuesForm { InForceFrom = record.Negotiation.StartedOn };
        form.Arrange(record);
        return form;
    }

    /// <summary>Whether a record has an agenda, to which issues come by another version of it.</summary>
    public static bool HasAgenda(NegotiationRecord record) => record?.AgendaVersions.Any(version => version.Retracted is null) == true;

    /// <summary>Keeps one blank line at the end, for which all pairs are ticked: an issue that names none counts nowhere.</summary>
    public void Arrange(NegotiationRecord record)
    {
        var dyads = Dyads(record);
        foreach (var line in Issues)
        {
            line.DyadKeys = [.. line.DyadKeys.Where(dyads.Contains)];
        }

        if (Issues.Count == 0 || !Issues[^1].IsBlank)
        {
            Issues.Add(new() { DyadKeys = dyads });
        }
    }

    /// <summary>
    /// Adds the rows of a table from a spreadsheet: title, category, weight and, if there is one, what is at stake; a first row that names the
    /// columns says in which order they stand. Returns how many came.
    /// </summary>
    public int Paste(string table, NegotiationRecord record)
    {
        var rows = PastedTable.Read(table);
        if (rows.Count == 0)
        {
            return 0;
        }

        var named = rows[0].Select(Column).ToList();
        var headed = named.Contains(0) && named.TrueForAll(column => column is not null);
        var order = headed ? named.Select(column => column!.Value).ToList() : [0, 1, 2, 3];
        Issues.RemoveAll(line => line.IsBlank);
        foreach (var cells in rows.Skip(headed ? 1 : 0))
        {
            Issues.Add(new()
            {
                Title = Cell(0), Category = Cell(1), Salience = Cell(2), Description = Cell(3), DyadKeys = Dyads(record),
            });

            string Cell(int column) => order.IndexOf(column) is var at and >= 0 && at < cells.Count ? TypedText.Clean(cells[at]).Text : "";
        }

        Arrange(record);
        return rows.Count - (headed ? 1 : 0);
    }

    /// <summary>The command that adds them; what is missing is told to <paramref name="check"/>.</summary>
    public AddIssues ToCommand(NegotiationRecord record, FormCheck check)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(check);
        List<(string At, Issue Row)> issues = [];
        string? above = null;
        foreach (var (index, line) in Issues.Index().Where(line => !line.Item.IsBlank))
        {
            above = FormCheck.Optional(line.Category) ?? above;
            issues.Add(($"issues[{index}]", line.ToRow(check, $"issues[{index}]", above)));
        }

        return new AddIssues(record.Negotiation.Slug, issues, OnAgenda && !HasAgenda(record) && issues.Count > 0 ? Agenda(record, check) : null);
    }

    private AgendaVersion Agenda(NegotiationRecord record, FormCheck check) => new()
    {
        Number = record.AgendaVersions.Count + 1, RecordedAt = default, RecordedBy = "",
        Title = check.Need("agenda.title", AgendaTitle, "Say what the list is: “28 points”."),
        InForceFrom = check.Need("agenda.inForceFrom", InForceFrom, "Give the first day on which it is in force."),
        Citations = CitationForm.ToRows(Citations, check, "agenda"),
    };

    private static IReadOnlyList<string> Dyads(NegotiationRecord record) =>
        [.. record.Dyads.Where(dyad => dyad.Retracted is null).Select(dyad => dyad.Key)];

    // The column that a heading names, in its usual words.
    private static int? Column(string heading) => heading.Trim().ToUpperInvariant() switch
    {
        "TITLE" or "ISSUE" or "ISSUES" or "NAME" or "POINT" => 0,
        "CATEGORY" or "GROUP" or "CHAPTER" => 1,
        "SALIENCE" or "WEIGHT" or "IMPORTANCE" => 2,
        "DESCRIPTION" or "WHAT IS AT STAKE" or "NOTE" => 3,
        _ => null,
    };
}

/// <summary>An issue while it is typed in a table.</summary>
public sealed class IssueLineForm
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Category; blank for that of the line above.</summary>
    public string Category { get; set; } = "";

    /// <summary>Weight, 1 to 5, as it is typed or pasted.</summary>
    public string Salience { get; set; } = "";

    /// <summary>What is at stake, where it was pasted.</summary>
    public string Description { get; set; } = "";

    /// <summary>Keys of the dyads to which it applies.</summary>
    public IReadOnlyList<string> DyadKeys { get; set; } = [];

    /// <summary>Whether nothing is typed in it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Title + Category + Salience + Description);

    /// <summary>The issue, of <paramref name="category"/>, its own or that of a line above it.</summary>
    public Issue ToRow(FormCheck check, string at, string? category) => new()
    {
        Key = "", RecordedAt = default,
        Title = check.Need($"{at}.title", Title, "Give the issue a title, such as “Territory”."),
        Category = check.Need($"{at}.category", category, "Give a category, such as “Security”."),
        Description = FormCheck.Optional(Description),
        Salience = check.Need<int>($"{at}.salience", Weight, "Say how much weight it has: a number from 1 to 5."),
        DyadKeys = [.. DyadKeys],
    };

    private int? Weight => int.TryParse(TypedNumber.Read(Salience), NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
        && weight is >= 1 and <= Issue.CoreSalience ? weight : null;
}
