using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;

namespace PeaceTracker.Web.Shared;

/// <summary>The words for every value of the domain's scales: <c>@L.Word(level)</c>.</summary>
public static class Words
{
    /// <summary>The name of a level.</summary>
    public static string Word(this IStringLocalizer<Text> l, Level level) => l[level switch
    {
        Level.NotDiscussed => "Not discussed",
        Level.Disputed => "Disputed",
        Level.Narrowing => "Narrowing",
        Level.AgreedInPrinciple => "Agreed in principle",
        Level.TextAgreed => "Text agreed",
        Level.Concluded => "Concluded",
        Level.Deferred => "Deferred",
        Level.NotApplicable => "Not applicable",
        Level.Unknown => "Unknown",
    }];

    /// <summary>The test that a level stands for.</summary>
    public static string Test(this IStringLocalizer<Text> l, Level level) => l[level switch
    {
        Level.NotDiscussed => "On the agenda; no exchange about it is on record.",
        Level.Disputed => "The stated positions exclude each other and no text bridges them.",
        Level.Narrowing => "Bridging proposals are on the table, or part of the gap is reported closed.",
        Level.AgreedInPrinciple => "Both agree on the substance; the text is still open.",
        Level.TextAgreed => "Negotiators agree on the wording, subject to their capitals and to the whole.",
        Level.Concluded => "Signed or formally adopted.",
        Level.Deferred => "Set aside by the parties. Counts as not agreed.",
        Level.NotApplicable => "Does not concern this pair. Left out of its count.",
        Level.Unknown => "No public evidence. This is where every issue starts.",
    }];

    /// <summary>The name of a basis.</summary>
    public static string Word(this IStringLocalizer<Text> l, Basis basis) => l[basis switch
    {
        Basis.OnRecord => "On record",
        Basis.Claimed => "One-sided",
    }];

    /// <summary>The name of a stance; null where no position is recorded.</summary>
    public static string Word(this IStringLocalizer<Text> l, Stance? stance) => l[stance switch
    {
        Stance.Accepts => "Accepts",
        Stance.AcceptsWithConditions => "Accepts with conditions",
        Stance.Undecided => "Undecided",
        Stance.Objects => "Objects",
        Stance.Rejects => "Rejects",
        null => "No position recorded",
    }];

    /// <summary>The name of a flexibility.</summary>
    public static string Word(this IStringLocalizer<Text> l, Flexibility flexibility) => l[flexibility switch
    {
        Flexibility.RedLine => "Red line",
        Flexibility.Firm => "Firm",
        Flexibility.Flexible => "Flexible",
    }];

    /// <summary>The name of an attribution.</summary>
    public static string Word(this IStringLocalizer<Text> l, Attribution attribution) => l[attribution switch
    {
        Attribution.SelfStated => "Self-stated",
        Attribution.AttributedByAnotherParty => "Attributed by another party",
        Attribution.MediatorReadOut => "Mediator read-out",
        Attribution.MediaReported => "Media-reported",
        Attribution.AnalystInferred => "Analyst-inferred",
    }];

    /// <summary>The name of a role.</summary>
    public static string Word(this IStringLocalizer<Text> l, Role role) => l[role switch
    {
        Role.Principal => "Principal",
        Role.Mediator => "Mediator",
        Role.Guarantor => "Guarantor",
        Role.Supporter => "Supporter",
        Role.Funder => "Funder",
        Role.Observer => "Observer",
    }];

    /// <summary>What a reliability letter stands for.</summary>
    public static string Word(this IStringLocalizer<Text> l, Reliability reliability) => l[reliability switch
    {
        Reliability.A => "Completely reliable",
        Reliability.B => "Usually reliable",
        Reliability.C => "Fairly reliable",
        Reliability.D => "Not usually reliable",
        Reliability.E => "Unreliable",
        Reliability.F => "Reliability can’t be judged",
    }];

    /// <summary>What a credibility from 1 to 6 stands for.</summary>
    public static string Credibility(this IStringLocalizer<Text> l, int credibility) => l[credibility switch
    {
        1 => "Confirmed by other sources",
        2 => "Probably true",
        3 => "Possibly true",
        4 => "Doubtful",
        5 => "Improbable",
        _ => "Truth can’t be judged",
    }];

    /// <summary>The name of a confidence.</summary>
    public static string Word(this IStringLocalizer<Text> l, Confidence confidence) => l[confidence switch
    {
        Confidence.High => "High confidence",
        Confidence.Medium => "Medium confidence",
        Confidence.Low => "Low confidence",
    }];

    /// <summary>The name of a validity.</summary>
    public static string Word(this IStringLocalizer<Text> l, Validity validity) => l[validity switch
    {
        Validity.UntilDate => "Until a date",
        Validity.NotForEver => "Time-limited, no date given",
        Validity.OpenEnded => "Open-ended",
    }];

    /// <summary>The name of an offer's state.</summary>
    public static string Word(this IStringLocalizer<Text> l, OfferState state) => l[state switch
    {
        OfferState.Lapsed => "Lapsed",
        OfferState.Accepted => "Accepted",
        OfferState.Withdrawn => "Withdrawn",
        OfferState.Refused => "Refused",
        OfferState.Open => "On the table",
    }];

    /// <summary>How an offer ended.</summary>
    public static string Word(this IStringLocalizer<Text> l, OfferEnd end) => l[end switch
    {
        OfferEnd.Accepted => "Accepted",
        OfferEnd.Withdrawn => "Withdrawn",
        OfferEnd.Refused => "Refused",
    }];

    /// <summary>The name of a round's state.</summary>
    public static string Word(this IStringLocalizer<Text> l, RoundState state) => l[state switch
    {
        RoundState.Held => "Held",
        RoundState.CalledOff => "Called off",
        RoundState.Planned => "Planned",
    }];

    /// <summary>Whether readers see a board.</summary>
    public static string Word(this IStringLocalizer<Text> l, Publication publication) => l[publication switch
    {
        Publication.Published => "Published",
        Publication.InPreparation => "In preparation",
        Publication.TakenOff => "Taken off",
    }];

    /// <summary>The name of a scope change.</summary>
    public static string Word(this IStringLocalizer<Text> l, ScopeChangeKind kind) => l[kind switch
    {
        ScopeChangeKind.Added => "Added",
        ScopeChangeKind.Dropped => "Dropped",
        ScopeChangeKind.Split => "Split",
        ScopeChangeKind.Merged => "Merged",
    }];

    /// <summary>What a claim speaks of.</summary>
    public static string Word(this IStringLocalizer<Text> l, ClaimScope scope) => l[scope switch
    {
        ClaimScope.Dyad => "Two parties",
        ClaimScope.WholeBoard => "All parties, on the whole of what is negotiated",
        ClaimScope.Issues => "One issue, or some",
        ClaimScope.Draft => "A draft or an agreement",
        ClaimScope.Other => "Others, or something else",
    }];

    /// <summary>What a claim's words are compared with.</summary>
    public static string Word(this IStringLocalizer<Text> l, ClaimThreshold threshold) => l[threshold switch
    {
        ClaimThreshold.Narrowed => "Gaps narrowed",
        ClaimThreshold.Agreed => "Agreed",
        ClaimThreshold.Text => "Text agreed",
        ClaimThreshold.None => "No threshold named",
    }];

    /// <summary>The name of a kind of entry.</summary>
    public static string Word(this IStringLocalizer<Text> l, EntryKind kind) => l[kind switch
    {
        EntryKind.Correction => "Correction",
        EntryKind.Retraction => "Retraction",
        EntryKind.Change => "Change",
    }];
}
