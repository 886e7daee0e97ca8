using System.Text.Json.Serialization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;
using PeaceTracker.Services.Talks;

namespace PeaceTracker.Services.Claims;

/// <summary>A claim while it is typed.</summary>
public sealed class ClaimForm
{
    /// <summary>The name by which the same outcome means it as the headline claim; empty where it is alone.</summary>
    public string Key { get; set; } = "";

    /// <summary>Who said it.</summary>
    public List<ClaimantForm> Claimants { get; set; } = [new()];

    /// <summary>On what occasion.</summary>
    public string Occasion { get; set; } = "";

    /// <summary>The figure as it is typed: “90%”, “90–95%”, “25 of 28”.</summary>
    [JsonConverter(typeof(TextOrNumber))]
    public string Figure { get; set; } = "";

    /// <summary>The claimant's own number of points.</summary>
    public int? Points { get; set; }

    /// <summary>Of what.</summary>
    public string OfWhat { get; set; } = "";

    /// <summary>What it is about.</summary>
    public ClaimScope? Scope { get; set; }

    /// <summary>Key of the dyad.</summary>
    public string? DyadKey { get; set; }

    /// <summary>Keys of the issues that it speaks of.</summary>
    public IReadOnlyList<string> IssueKeys { get; set; } = [];

    /// <summary>Key of the draft that it speaks of.</summary>
    public string? DraftKey { get; set; }

    /// <summary>What it is about, in words.</summary>
    public string ScopeNote { get; set; } = "";

    /// <summary>The claim's words for how agreed.</summary>
    public string ThresholdWord { get; set; } = "";

    /// <summary>Which threshold the words name.</summary>
    public ClaimThreshold? Threshold { get; set; }

    /// <summary>The speaker's reservation.</summary>
    public string Hedge { get; set; } = "";

    /// <summary>Whether the claimant published the list.</summary>
    public bool ListPublished { get; set; }

    /// <summary>Keys of the issues named as open.</summary>
    public IReadOnlyList<string> NamedOpenIssueKeys { get; set; } = [];

    /// <summary>Keys of claims that it contradicts.</summary>
    public IReadOnlyList<string> ContradictsKeys { get; set; } = [];

    /// <summary>Key of the round that it came out of; an outcome fills in its own.</summary>
    public string? RoundKey { get; set; }

    /// <summary>Where it appeared.</summary>
    public List<AppearanceForm> Appearances { get; set; } = [new()];

    /// <summary>When it was said.</summary>
    public DateOnly? OccurredOn { get; set; }

    /// <summary>How many steps of the same matter and day it came after; 0 unless it is said to be later.</summary>
    public int OrderInDay { get; set; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>The form of a claim that speaks of an issue or a dyad, or came out of a round.</summary>
    public static ClaimForm About(string? issue, string? dyad, string? round = null) => new()
    {
        Scope = issue is not null ? ClaimScope.Issues : dyad is not null ? ClaimScope.Dyad : null,
        IssueKeys = issue is null ? [] : [issue], DyadKey = dyad, RoundKey = round,
    };

    /// <summary>The form of another one after <paramref name="claim"/>, begun with what the two are likely to share.</summary>
    public static ClaimForm After(Claim claim) => new()
    {
        OccurredOn = claim.OccurredOn, Precision = claim.Precision, RoundKey = claim.RoundKey,
        Appearances =
            [.. CitationForm.After(claim.Appearances.Take(1).Select(a => a.Citation)).Select(c => new AppearanceForm { Citation = c })],
    };

    /// <summary>The form of a claim, as for its correction.</summary>
    public static ClaimForm Of(Claim claim) => new()
    {
        Claimants =
        [
            .. claim.Claimants.Select(c => new ClaimantForm
            {
                PartyKey = c.PartyKey, DelegateKey = c.DelegateKey, Name = c.Name, Anonymous = c.Anonymous,
            }),
        ],
        Occasion = claim.Occasion ?? "", Figure = TypedFigure.Of(claim), Points = claim.AgreedPoints is null ? claim.Points : null,
        OfWhat = claim.OfWhat,
        Scope = claim.Scope, DyadKey = claim.DyadKey, IssueKeys = claim.IssueKeys, DraftKey = claim.DraftKey, ScopeNote = claim.ScopeNote ?? "",
        ThresholdWord = claim.ThresholdWord, Threshold = claim.Threshold, Hedge = claim.Hedge ?? "", ListPublished = claim.ListPublished,
        NamedOpenIssueKeys = claim.NamedOpenIssueKeys, ContradictsKeys = claim.ContradictsKeys, RoundKey = claim.RoundKey,
        Appearances = [.. claim.Appearances.Select(a => new AppearanceForm { Citation = CitationForm.Of(a.Citation), Wording = a.Wording ?? "" })],
        OccurredOn = claim.OccurredOn, Precision = claim.Precision, OrderInDay = claim.OrderInDay,
    };

    /// <summary>The claim, without a key; where the form has no day, that of <paramref name="round"/>.</summary>
    public Claim ToRow(FormCheck check, string at = "", OutcomeRound? round = null)
    {
        var figure = Read(check, at);
        check.Need(FormCheck.At(at, "scope"), Scope, "Say what the claim is about.");
        return new()
        {
            Key = "",
            RecordedAt = default,
            Claimants = [.. Claimants.Select((c, i) => c.ToRow(check, $"{FormCheck.At(at, "claimants")}[{i}]"))],
            Occasion = FormCheck.Optional(Occasion),
            Figure = figure.Percent,
            FigureTo = figure.To,
            AgreedPoints = figure.Agreed,
            Points = figure.Points ?? Points,
            OfWhat = check.Need(FormCheck.At(at, "ofWhat"), OfWhat, "Say of what: issues, terms, the deal."),
            // While none is chosen, one that asks for nothing more: its own field says what is missing.
            Scope = Scope ?? ClaimScope.WholeBoard,
            DyadKey = FormCheck.Optional(DyadKey),
            IssueKeys = [.. IssueKeys],
            DraftKey = FormCheck.Optional(DraftKey),
            ScopeNote = FormCheck.Optional(ScopeNote),
            ThresholdWord = check.Need(
                FormCheck.At(at, "thresholdWord"), ThresholdWord, "Give the claim’s short wording for how far it is agreed: “broad agreement”."),
            Threshold = check.Need(FormCheck.At(at, "threshold"), Threshold, "Say which threshold this wording means."),
            Hedge = FormCheck.Optional(Hedge),
            ListPublished = ListPublished,
            NamedOpenIssueKeys = [.. NamedOpenIssueKeys],
            ContradictsKeys = [.. ContradictsKeys],
            RoundKey = FormCheck.Optional(RoundKey) ?? round?.Key,
            Appearances = [.. Appearances.Select((a, i) => a.ToRow(check, $"{FormCheck.At(at, "appearances")}[{i}]"))],
            OccurredOn = check.Need(FormCheck.At(at, "occurredOn"), OccurredOn ?? round?.Day, "Give the day on which it was said."),
            Precision = OccurredOn is null && round is not null ? round.Precision : Precision,
            OrderInDay = OrderInDay,
        };
    }

    // Both fields may give the number of points, where they agree.
    private TypedFigure Read(FormCheck check, string at)
    {
        if (TypedFigure.Read(Figure) is not { } figure)
        {
            check.Add(FormCheck.At(at, "figure"), TypedFigure.Unreadable);
            return new TypedFigure();
        }

        if (figure.Points is { } read && Points is { } given && read != given)
        {
            check.Add(FormCheck.At(at, "points"), $"The figure says {read} points. Correct one of the two, or leave this out.");
        }

        return figure;
    }
}

/// <summary>Who made a claim, while it is typed.</summary>
public sealed class ClaimantForm
{
    /// <summary>Key of the party.</summary>
    public string? PartyKey { get; set; }

    /// <summary>Key of the delegate.</summary>
    public string? DelegateKey { get; set; }

    /// <summary>Name or description.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether the name is withheld.</summary>
    public bool Anonymous { get; set; }

    /// <summary>The claimant.</summary>
    public Claimant ToRow(FormCheck check, string at) => new()
    {
        PartyKey = FormCheck.Optional(PartyKey), DelegateKey = FormCheck.Optional(DelegateKey), Anonymous = Anonymous,
        Name = check.Need(FormCheck.At(at, "name"), Name, "Name who said it, or describe them: “two US officials”."),
    };
}

/// <summary>One publication of a claim, while it is typed.</summary>
public sealed class AppearanceForm
{
    /// <summary>Where.</summary>
    public CitationForm Citation { get; set; } = new();

    /// <summary>How this outlet put it.</summary>
    public string Wording { get; set; } = "";

    /// <summary>The appearance.</summary>
    public Appearance ToRow(FormCheck check, string at) => new()
    {
        Citation = Citation.ToRow(check, FormCheck.At(at, "citation")), Wording = FormCheck.Optional(Wording),
    };
}
