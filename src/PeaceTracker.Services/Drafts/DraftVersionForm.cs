using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;

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

    /// <summary>The parties that have seen it.</summary>
    public List<SeenByForm> SeenBy { get; set; } = [];

    /// <summary>Keys of the parties that have not seen it.</summary>
    public IReadOnlyList<string> NotSeenByKeys { get; set; } = [];

    /// <summary>Key of the round that it came out of; an outcome fills in its own.</summary>
    public string? RoundKey { get; set; }

    /// <summary>What is new in it.</summary>
    public string Note { get; set; } = "";

    /// <summary>Where it stands.</summary>
    public List<CitationForm> Citations { get; set; } = [];

    /// <summary>When it was entered, where it is on the board.</summary>
    [PageOnly]
    public DateTime RecordedAt { get; set; }

    /// <summary>Who entered it, where it is on the board.</summary>
    [PageOnly]
    public string RecordedBy { get; set; } = "";

    /// <summary>The form of a version.</summary>
    public static DraftVersionForm Of(DraftVersion version) => new()
    {
        Date = version.Date, Pages = version.Pages, Points = version.Points, BracketedPassages = version.BracketedPassages,
        HeldByKeys = version.HeldByKeys, NotSeenByKeys = version.NotSeenByKeys, Note = version.Note ?? "",
        SeenBy = [.. version.SeenBy.Select(seen => new SeenByForm { PartyKey = seen.PartyKey, Since = seen.Since, Precision = seen.Precision })],
        RoundKey = version.RoundKey,
        Citations = CitationForm.Of(version.Citations), RecordedAt = version.RecordedAt, RecordedBy = version.RecordedBy,
    };

    /// <summary>The form of the version after <paramref name="before"/>: as long, and in the same hands; empty where there is none before.</summary>
    public static DraftVersionForm After(DraftVersionForm? before)
    {
        var form = new DraftVersionForm();
        form.GoOnFrom(before);
        return form;
    }

    /// <summary>Takes over from the version before what is likely to be the same; since when a party has seen that one says nothing of this
    /// one.</summary>
    public void GoOnFrom(DraftVersionForm? before)
    {
        (Pages, Points) = (before?.Pages, before?.Points);
        (HeldByKeys, NotSeenByKeys) = (before?.HeldByKeys ?? [], before?.NotSeenByKeys ?? []);
        SeenBy = [.. before?.SeenBy.Select(seen => new SeenByForm { PartyKey = seen.PartyKey }) ?? []];
    }

    /// <summary>Whether all that is taken over from a version before is as it was taken over, or empty.</summary>
    public bool IsAsAfter(DraftVersionForm? before) =>
        (Pages, Points) == (before?.Pages, before?.Points)
        && HeldByKeys.SequenceEqual(before?.HeldByKeys ?? []) && NotSeenByKeys.SequenceEqual(before?.NotSeenByKeys ?? [])
        && SeenBy.Select(seen => (seen.PartyKey, seen.Since)).SequenceEqual(before?.SeenBy.Select(seen => (seen.PartyKey, (DateOnly?)null)) ?? []);

    /// <summary>The version with its number; round and day of <paramref name="round"/> where the form has none.</summary>
    public DraftVersion ToRow(int number, FormCheck check, string at, OutcomeRound? round = null) => new()
    {
        Number = number,
        Date = check.Need(FormCheck.At(at, "date"), Date ?? round?.Day, "Give the day of the version."),
        Pages = Pages,
        Points = Points,
        BracketedPassages = BracketedPassages,
        HeldByKeys = [.. HeldByKeys],
        SeenBy = [.. SeenBy.Select((seen, i) => seen.ToRow(check, $"{FormCheck.At(at, "seenBy")}[{i}]"))],
        NotSeenByKeys = [.. NotSeenByKeys],
        RoundKey = FormCheck.Optional(RoundKey) ?? round?.Key,
        Note = FormCheck.Optional(Note),
        Citations = CitationForm.ToRows(Citations, check, at),
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
    };
}

/// <summary>A party that has seen a version of a draft, while it is typed.</summary>
public sealed class SeenByForm
{
    /// <summary>Key of the party.</summary>
    public string? PartyKey { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>How exactly that is known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>The row.</summary>
    public SeenBy ToRow(FormCheck check, string at) => new()
    {
        PartyKey = check.Need(FormCheck.At(at, "party"), PartyKey, "Choose the party."), Since = Since, Precision = Precision,
    };
}
