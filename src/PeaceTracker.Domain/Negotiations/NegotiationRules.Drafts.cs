using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Drafts;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    /// <summary>More pages or points than any text has: a slip of the keyboard.</summary>
    private const int MostPages = 100_000;

    internal static void Drafts(RuleCheck check)
    {
        foreach (var (draft, path) in check.Descriptive<Draft>())
        {
            check.Text($"{path}.title", draft.Title, TextLimits.Title);
            check.Reference($"{path}.workingGroup", draft.WorkingGroupKey, check.WorkingGroups);
            check.References($"{path}.issues", draft.IssueKeys, check.Issues);
            check.Stamp($"{path}.recordedAt", draft.RecordedAt);
            for (var j = 0; j < draft.Versions.Count; j++)
            {
                Version(check, $"{path}.versions[{j}]", draft, j);
            }
        }
    }

    private static void Version(RuleCheck check, string path, Draft draft, int index)
    {
        var version = draft.Versions[index];
        if (version.Number != index + 1)
        {
            check.Add($"{path}.number",
                $"Versions are numbered 1, 2, 3 in order, and this one says {version.Number}. Number it {index + 1}, or move it to its place.");
        }

        check.Date($"{path}.date", version.Date);
        if (index > 0)
        {
            check.Order($"{path}.date", version.Date, draft.Versions[index - 1].Date, "the version before");
        }

        check.Between($"{path}.pages", version.Pages, 0, MostPages);
        check.Between($"{path}.points", version.Points, 0, MostPages);
        check.Between($"{path}.bracketedPassages", version.BracketedPassages, 0, MostPages);
        check.References($"{path}.heldBy", version.HeldByKeys, check.Parties);
        check.References($"{path}.notSeenBy", version.NotSeenByKeys, check.Parties);
        WhoHasSeen(check, path, version);

        check.Reference($"{path}.round", version.RoundKey, check.Rounds);
        check.Text($"{path}.note", version.Note, TextLimits.Text);
        check.Citations($"{path}.citations", version.Citations, required: true);
        check.Recorded(path, version.RecordedAt, version.RecordedBy);
    }

    /// <summary>A party holds a version, has seen it or has not: one of the three, where it is known.</summary>
    private static void WhoHasSeen(RuleCheck check, string path, DraftVersion version)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < version.SeenBy.Count; i++)
        {
            var (at, by) = ($"{path}.seenBy[{i}]", version.SeenBy[i]);
            check.Reference($"{at}.party", by.PartyKey, check.Parties);
            if (!seen.Add(by.PartyKey))
            {
                check.Add($"{at}.party", $"{RuleCheck.Quote(by.PartyKey)} is listed twice. Remove one of them.");
            }
            else if (version.HeldByKeys.Contains(by.PartyKey))
            {
                check.Add($"{at}.party", $"{RuleCheck.Quote(by.PartyKey)} holds the draft, so it has seen it. Remove it from one of the two lists.");
            }

            if (by.Since is { } since)
            {
                check.Date($"{at}.since", since, by.Precision);
                check.Order($"{at}.since", new DateAsKnown(since, by.Precision).Last, version.Date, "the day of the version");
            }
        }

        for (var i = 0; i < version.NotSeenByKeys.Count; i++)
        {
            var key = version.NotSeenByKeys[i];
            if (version.HeldByKeys.Contains(key) || seen.Contains(key))
            {
                var how = version.HeldByKeys.Contains(key) ? "holds the draft, so it has seen it" : "is reported to have seen it";
                check.Add($"{path}.notSeenBy[{i}]", $"{RuleCheck.Quote(key)} {how}. Remove it from one of the two lists.");
            }
        }
    }

    internal static void Offers(RuleCheck check)
    {
        foreach (var (offer, path) in check.Descriptive<Offer>())
        {
            check.Text($"{path}.title", offer.Title, TextLimits.Title);
            check.Text($"{path}.text", offer.Text, TextLimits.Text);
            check.Reference($"{path}.byParty", offer.ByPartyKey, check.Parties);
            check.Reference($"{path}.round", offer.RoundKey, check.Rounds);
            check.References($"{path}.toParties", offer.ToPartyKeys, check.Parties);
            for (var j = 0; j < offer.ToPartyKeys.Count; j++)
            {
                if (offer.ToPartyKeys[j] == offer.ByPartyKey)
                {
                    check.Add($"{path}.toParties[{j}]", "A party can’t make an offer to itself. Name the party it is offered to.");
                }
            }

            check.References($"{path}.issues", offer.IssueKeys, check.Issues);
            for (var j = 0; j < offer.Conditions.Count; j++)
            {
                check.Text($"{path}.conditions[{j}]", offer.Conditions[j], TextLimits.Note);
            }

            Window(check, path, offer);
            check.Citations($"{path}.citations", offer.Citations, required: true);
            check.Recorded(path, offer.RecordedAt, offer.RecordedBy);
        }
    }

    /// <summary>From when to when an offer stands, and how it ended.</summary>
    private static void Window(RuleCheck check, string path, Offer offer)
    {
        check.Date($"{path}.offeredOn", offer.OfferedOn);
        check.Date($"{path}.validUntil", offer.ValidUntil);
        check.Order($"{path}.validUntil", offer.ValidUntil, offer.OfferedOn, "the day it was offered");
        check.Date($"{path}.endedOn", offer.EndedOn);
        check.Order($"{path}.endedOn", offer.EndedOn, offer.OfferedOn, "the day it was offered");
        if (offer.Validity == Validity.UntilDate && offer.ValidUntil is null)
        {
            check.Add($"{path}.validUntil", "An offer with validity until-date needs its last day. Give validUntil, or another validity.");
        }
        else if (offer.Validity != Validity.UntilDate && offer.ValidUntil is not null)
        {
            check.Add($"{path}.validUntil", "Only an offer with validity until-date has a last day. Leave validUntil out, or change the validity.");
        }

        if (offer.EndedOn is null != offer.End is null)
        {
            var missing = offer.EndedOn is null ? "endedOn" : "end";
            check.Add($"{path}.{missing}", "How an offer ended and when belong together. Give both end and endedOn, or neither.");
        }
    }
}
