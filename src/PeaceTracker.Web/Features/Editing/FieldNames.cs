using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Features.Editing;

/// <summary>The fields of the record in words: those of the forms, in which editors know them.</summary>
public static class FieldNames
{
    // By the field's name in the negotiation file, after its section where that calls it otherwise. The rest reads as it is written.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["citations"] = "Sources",
        ["dyad"] = "Between",
        ["dyads"] = "Between",
        ["dependsOn"] = "Depends on",
        ["occurredOn"] = "Happened on",
        ["orderInDay"] = "Later the same day",
        ["earlier"] = "Judged before",
        ["locator"] = "Place in the source",
        ["paraphrase"] = "What it says there, paraphrased",
        ["until"] = "Until",
        ["negotiation.slug"] = "Name in addresses",
        ["negotiation.startedOn"] = "Begins on",
        ["stalenessDays"] = "Evidence is stale after, in days",
        ["negotiation.requiresApproval"] = "A second person approves",
        ["negotiation.publication"] = "Who sees its board",
        ["negotiation.takenOffReason"] = "Why it was taken off",
        ["issues.description"] = "What is at stake",
        ["issues.note"] = "Why",
        ["agendaVersions.published"] = "The negotiators published the list themselves",
        ["agendaVersions.issues"] = "Issues in scope",
        ["agendaVersions.note"] = "Why",
        ["positions.text"] = "Position",
        ["positions.occurredOn"] = "Stated on",
        ["claims.claimants"] = "Said by",
        ["claims.occurredOn"] = "Said on",
        ["claims.figureTo"] = "Upper end of the figure",
        ["claims.agreedPoints"] = "Points said to be done",
        ["claims.points"] = "Of how many points",
        ["claims.round"] = "Round that it came out of",
        ["claims.dyad"] = "Between which two",
        ["claims.scope"] = "What it is about",
        ["claims.issues"] = "Which issue, or issues",
        ["claims.draft"] = "Which draft",
        ["claims.scopeNote"] = "Between whom or about what, in words",
        ["claims.thresholdWord"] = "Wording for how far it is agreed",
        ["claims.threshold"] = "Threshold that this wording means",
        ["claims.hedge"] = "Caveat",
        ["claims.listPublished"] = "The claimant published the list of issues that the figure counts",
        ["claims.namedOpenIssues"] = "Issues that the claimant named as open",
        ["claims.contradicts"] = "Claims that it contradicts",
        ["claims.appearances"] = "Where it appeared",
        ["claims.wording"] = "How this outlet put it",
        ["claims.party"] = "Speaks for",
        ["claims.anonymous"] = "The source withholds the name",
        ["claimAppearances.claim"] = "The claim",
        ["claimAppearances.wording"] = "How this outlet put it",
        ["claimAppearances.occurredOn"] = "Published on",
        ["negotiation.headlineChoices"] = "The headline claim, as it was chosen",
        ["drafts.issues"] = "Issues that it covers",
        ["drafts.date"] = "Day of the version",
        ["drafts.notSeenBy"] = "Not seen yet by",
        ["drafts.round"] = "Round that it came out of",
        ["drafts.note"] = "What is new in it",
        ["offers.title"] = "What is offered",
        ["offers.text"] = "The offer",
        ["offers.byParty"] = "Offered by",
        ["offers.toParties"] = "Offered to",
        ["offers.offeredOn"] = "Put on the table on",
        ["offers.issues"] = "Concerns",
        ["offers.round"] = "Round that it came out of",
        ["offers.validity"] = "How long it is valid",
        ["offers.validUntil"] = "Its last day",
        ["offers.end"] = "How it ended",
        ["sources.byline"] = "Author or dateline",
        ["sources.publishedOn"] = "Date as resolved",
        ["sources.dateNote"] = "How it was resolved",
        ["sources.url"] = "Address",
        ["sources.archivedUrl"] = "Archived copy",
        ["sources.noLaterThan"] = "The date is not known",
        ["sources.reliability"] = "Reliability of the publisher",
        ["rounds.startsOn"] = "First day",
        ["rounds.endsOn"] = "Last day",
        ["rounds.dateTentative"] = "The date is uncertain",
        ["rounds.placeTentative"] = "The place is uncertain",
        ["rounds.outcomeCitations"] = "Where the outcome is reported",
        ["rounds.citations"] = "Sources of the round",
        ["rounds.workingGroups"] = "Working groups that meet in it",
        ["workingGroups.membersNote"] = "Note on its membership",
    };

    /// <summary>
    /// A field's name in the negotiation file in words, as the forms of <paramref name="section"/> call it: "dateNote" of sources is
    /// "How it was resolved"; "delegations" is in no list and so "Delegations".
    /// </summary>
    public static string Field(this IStringLocalizer<Text> l, string name, string? section = null) =>
        l[Labels.GetValueOrDefault($"{section}.{name}") ?? Labels.GetValueOrDefault(name) ?? Spelt(name)];

    private static string Spelt(string name)
    {
        var words = string.Concat(name.Select(sign => char.IsUpper(sign) ? $" {char.ToLower(sign, CultureInfo.InvariantCulture)}" : $"{sign}"))
            .Replace("dyad", "pair", StringComparison.Ordinal);
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }
}
