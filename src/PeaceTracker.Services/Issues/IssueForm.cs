using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Issues;

/// <summary>An issue while it is typed.</summary>
public sealed class IssueForm
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Category, in the negotiation's own words.</summary>
    public string Category { get; set; } = "";

    /// <summary>What is at stake.</summary>
    public string Description { get; set; } = "";

    /// <summary>Weight, 1 to 5.</summary>
    public int? Salience { get; set; }

    /// <summary>Keys of the dyads to which it applies.</summary>
    public IReadOnlyList<string> DyadKeys { get; set; } = [];

    /// <summary>The issues it depends on.</summary>
    public List<LinkageForm> DependsOn { get; set; } = [];

    /// <summary>Where it is named.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>The form of another one after <paramref name="issue"/>, begun with what the two are likely to share.</summary>
    public static IssueForm After(Issue issue) => new()
    {
        Category = issue.Category, DyadKeys = issue.DyadKeys, Citations = CitationForm.After(issue.Citations),
    };

    /// <summary>The form of an issue.</summary>
    public static IssueForm Of(Issue issue) => new()
    {
        Title = issue.Title, Category = issue.Category, Description = issue.Description ?? "", Salience = issue.Salience, DyadKeys = issue.DyadKeys,
        DependsOn = [.. issue.DependsOn.Select(link => new LinkageForm { IssueKey = link.IssueKey, Note = link.Note ?? "" })],
        Citations = CitationForm.Of(issue.Citations),
    };

    /// <summary>The issue; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public Issue ToRow(FormCheck check, Issue? original = null) => new()
    {
        Key = original?.Key ?? "",
        RecordedAt = original?.RecordedAt ?? default,
        Title = check.Need("title", Title, "Give the issue a title, such as “Territory”."),
        Category = check.Need("category", Category, "Give a category, such as “Security”."),
        Description = FormCheck.Optional(Description),
        Salience = check.Need("salience", Salience, "Say how much weight it has, from 1 to 5."),
        DyadKeys = [.. DyadKeys],
        DependsOn = [.. DependsOn.Select((link, i) => link.ToRow(check, $"dependsOn[{i}]"))],
        Citations = CitationForm.ToRows(Citations, check, ""),
        Earlier = original?.Earlier ?? [],
    };
}

/// <summary>A link to an issue on which another depends, while it is typed.</summary>
public sealed class LinkageForm
{
    /// <summary>Key of the issue depended on.</summary>
    public string? IssueKey { get; set; }

    /// <summary>Why.</summary>
    public string Note { get; set; } = "";

    /// <summary>The link.</summary>
    public Linkage ToRow(FormCheck check, string at) => new()
    {
        IssueKey = check.Need(FormCheck.At(at, "issue"), IssueKey, "Choose the issue it depends on."), Note = FormCheck.Optional(Note),
    };
}
