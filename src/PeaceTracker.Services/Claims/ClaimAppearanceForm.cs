using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Claims;

/// <summary>One more publication of a claim while it is typed.</summary>
public sealed class ClaimAppearanceForm
{
    /// <summary>Key of the claim.</summary>
    public string? ClaimKey { get; set; }

    /// <summary>Where it appeared.</summary>
    public CitationForm Citation { get; set; } = new();

    /// <summary>How this outlet put it.</summary>
    public string Wording { get; set; } = "";

    /// <summary>When it was published.</summary>
    public DateOnly? OccurredOn { get; set; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>How many of the same day it came after.</summary>
    public int OrderInDay { get; set; }

    /// <summary>The form of another one after <paramref name="added"/>, begun with what the two are likely to share.</summary>
    public static ClaimAppearanceForm After(ClaimAppearance added) => new()
    {
        ClaimKey = added.ClaimKey,
    };

    /// <summary>The form of an appearance, as for its correction.</summary>
    public static ClaimAppearanceForm Of(ClaimAppearance added) => new()
    {
        ClaimKey = added.ClaimKey, Citation = CitationForm.Of(added.Citation), Wording = added.Wording ?? "",
        OccurredOn = added.OccurredOn, Precision = added.Precision, OrderInDay = added.OrderInDay,
    };

    /// <summary>The appearance, without a key.</summary>
    public ClaimAppearance ToRow(FormCheck check) => new()
    {
        Key = "",
        RecordedAt = default,
        ClaimKey = check.Need("claim", ClaimKey, "Choose the claim that appeared there."),
        Citation = Citation.ToRow(check, "citation"),
        Wording = FormCheck.Optional(Wording),
        OccurredOn = check.Need("occurredOn", OccurredOn, "Give the day on which it was published."),
        Precision = Precision,
        OrderInDay = OrderInDay,
    };
}
