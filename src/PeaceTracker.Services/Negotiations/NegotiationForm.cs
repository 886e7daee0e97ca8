using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Negotiations;

/// <summary>What a negotiation says of itself while it is typed.</summary>
public sealed class NegotiationForm
{
    /// <summary>Slug in the address.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Title for narrow places.</summary>
    public string ShortTitle { get; set; } = "";

    /// <summary>What is negotiated.</summary>
    public string Description { get; set; } = "";

    /// <summary>Whether countries and events are invented.</summary>
    public bool Fictional { get; set; }

    /// <summary>The first day for which the board can be shown.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <summary>IANA name of the time zone whose days are the board's.</summary>
    public string TimeZone { get; set; } = BoardDays.Utc;

    /// <summary>Days after which evidence is stale.</summary>
    public int? StalenessDays { get; set; } = 30;

    /// <summary>Whether a second person approves.</summary>
    public bool RequiresApproval { get; set; }

    /// <summary>The form of a negotiation.</summary>
    public static NegotiationForm Of(Negotiation negotiation) => new()
    {
        Slug = negotiation.Slug, Title = negotiation.Title, ShortTitle = negotiation.ShortTitle ?? "",
        Description = negotiation.Description, Fictional = negotiation.Fictional,
        StartedOn = negotiation.StartedOn, TimeZone = negotiation.TimeZone, StalenessDays = negotiation.StalenessDays,
        RequiresApproval = negotiation.RequiresApproval,
    };

    /// <summary>A slug made of a title, as it is proposed.</summary>
    public static string SlugFor(string title) => string.IsNullOrWhiteSpace(title) ? "" : Keys.For(title, "negotiation", []);

    /// <summary>The negotiation; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public Negotiation ToRow(FormCheck check, Negotiation? original = null) => new()
    {
        Slug = check.Need("slug", Slug, "Give a name for its addresses, such as “north-south-2026”."),
        Title = check.Need("title", Title, "Give the title."),
        ShortTitle = FormCheck.Optional(ShortTitle),
        Description = check.Need("description", Description, "Say in one or two sentences what is negotiated."),
        Fictional = Fictional,
        StartedOn = check.Need("startedOn", StartedOn, "Give the first day that the board covers."),
        TimeZone = check.Need("timeZone", TimeZone, "Name the time zone whose days are the board’s, such as Europe/Kyiv, or UTC."),
        StalenessDays = check.Need("stalenessDays", StalenessDays, "Say after how many days evidence is stale."),
        RequiresApproval = RequiresApproval,
        Publication = original?.Publication ?? Publication.InPreparation,
        TakenOffReason = original?.TakenOffReason,
        Earlier = original?.Earlier ?? [],
        HeadlineChoices = original?.HeadlineChoices ?? [],
    };
}
