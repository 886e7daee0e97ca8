using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Drafts;

/// <summary>One version of a draft while it is typed.</summary>
public sealed class DraftVersionForm
{
    /// <summary>Key of the draft; in an outcome, null for a new draft.</summary>
    public string? DraftKey { get; set; }

    /// <summary>Title of a new draft, in an outcome.</summary>
    public string NewDraftTitle { get; set; } = "";

    /// <summary>Keys of the issues that a new draft covers, in an outcome.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>The day of the version.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Pages.</summary>
    public int? Pages { get; set; }

    /// <summary>Points.</summary>
    public int? Points { get; set; }

    /// <summary>Passages in brackets.</summary>
    public int? BracketedPassages { get; set; }

    /// <summary>Keys of the parties that hold it.</summary>
    public IReadOnlyList<string> HeldByKeys { get; set; } = [];

    /// <summary>Keys of the parties that have not seen it.</summary>
    public IReadOnlyList<string> NotSeenByKeys { get; set; } = [];

    /// <summary>What is new in it.</summary>
    public string Note { get; set; } = "";

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>When it was entered, where it is on the board.</summary>
    public DateTime RecordedAt { get; set; }

    /// <summary>Who entered it, where it is on the board.</summary>
    public string RecordedBy { get; set; } = "";

    /// <summary>The form of a version.</summary>
    public static DraftVersionForm Of(DraftVersion version) => new()
    {
        Date = version.Date, Pages = version.Pages, Points = version.Points, BracketedPassages = version.BracketedPassages,
        HeldByKeys = version.HeldByKeys, NotSeenByKeys = version.NotSeenByKeys, Note = version.Note ?? "",
        Citations = CitationForm.Of(version.Citations), RecordedAt = version.RecordedAt, RecordedBy = version.RecordedBy,
    };

    /// <summary>The version with its number; <paramref name="day"/> where the form has none.</summary>
    public DraftVersion ToRow(int number, FormCheck check, string at, DateOnly? day = null) => new()
    {
        Number = number,
        Date = check.Need(FormCheck.At(at, "date"), Date ?? day, "Give the day of the version."),
        Pages = Pages,
        Points = Points,
        BracketedPassages = BracketedPassages,
        HeldByKeys = [.. HeldByKeys],
        NotSeenByKeys = [.. NotSeenByKeys],
        Note = FormCheck.Optional(Note),
        Citations = CitationForm.ToRows(Citations, check, at),
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };
}
