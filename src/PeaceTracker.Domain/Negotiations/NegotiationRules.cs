using System.Text.RegularExpressions;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>What makes a record valid: the same rules for files, imports and editing. Nothing that breaks one is ever stored.</summary>
public static partial class NegotiationRules
{
    private const int MostStalenessDays = 3650;

    /// <summary>
    /// All breaches of the rules by <paramref name="record"/>, in the order of its sections; none means that it is valid. Of entries that
    /// stand in <paramref name="kept"/> already, those that it broke itself are left out: a save on a large board is not held against all of it. So
    /// are those of descriptions where nothing but entries was added, of which they ask no more than whether they are there.
    /// </summary>
    public static IReadOnlyList<RuleViolation> Check(NegotiationRecord record, NegotiationRecord? kept = null)
    {
        var check = new RuleCheck(record, kept);
        if (!check.OnlyEntriesCame)
        {
            Negotiation(check, record.Negotiation);
        }

        foreach (var list in RecordSections.Lists.Where(list => list.HoldsEntries || !check.OnlyEntriesCame))
        {
            list.Rules(check);
        }

        if (!check.OnlyEntriesCame)
        {
            Judgements(check);
        }

        return check.Violations;
    }

    private static void Negotiation(RuleCheck check, Negotiation negotiation)
    {
        var path = RecordSections.Negotiation.Name;
        check.Key($"{path}.slug", negotiation.Slug);
        check.Text($"{path}.title", negotiation.Title, TextLimits.Title);
        check.Text($"{path}.shortTitle", negotiation.ShortTitle, TextLimits.Title);
        check.Text($"{path}.description", negotiation.Description, TextLimits.Text);
        check.Date($"{path}.startedOn", negotiation.StartedOn);
        if (!BoardDays.Exists(negotiation.TimeZone))
        {
            check.Add(
                $"{path}.timeZone",
                $"{RuleCheck.Quote(negotiation.TimeZone)} is not a time zone. Write its IANA name, such as Europe/Kyiv, or UTC.");
        }

        check.Text($"{path}.takenOffReason", negotiation.TakenOffReason, TextLimits.Note);
        if ((negotiation.Publication == Publication.TakenOff) != (negotiation.TakenOffReason is not null))
        {
            check.Add(
                $"{path}.takenOffReason",
                "A board that was taken off must say why in takenOffReason; no other board may. Give the reason, or leave it out.");
        }

        check.Between($"{path}.stalenessDays", negotiation.StalenessDays, 1, MostStalenessDays);
        for (var i = 0; i < negotiation.HeadlineChoices.Count; i++)
        {
            var choice = negotiation.HeadlineChoices[i];
            check.Reference($"{path}.headlineChoices[{i}].claim", choice.ClaimKey, check.Claims);
            check.Text($"{path}.headlineChoices[{i}].reason", choice.Reason, TextLimits.Note);
            check.Recorded($"{path}.headlineChoices[{i}]", choice.RecordedAt, choice.RecordedBy);
        }
    }

    internal static void Sources(RuleCheck check)
    {
        foreach (var (source, path) in check.Descriptive<Source>())
        {
            check.Text($"{path}.publisher", source.Publisher, TextLimits.Title);
            check.Text($"{path}.headline", source.Headline, TextLimits.Note);
            check.Text($"{path}.byline", source.Byline, TextLimits.Title);
            SourceDate(check, path, source);
            Url(check, $"{path}.url", source.Url);
            Url(check, $"{path}.archivedUrl", source.ArchivedUrl);
            if (!LanguageTag().IsMatch(source.Language))
            {
                check.Add($"{path}.language", $"{RuleCheck.Quote(source.Language)} is not a language tag. Write it like en, uk or pt-BR.");
            }

            check.Stamp($"{path}.recordedAt", source.RecordedAt);
        }
    }

    /// <summary>A date is printed, or it is said how it was found out, or that no more is known than the day by which the source was out.</summary>
    private static void SourceDate(RuleCheck check, string path, Source source)
    {
        check.Text($"{path}.dateAsPrinted", source.DateAsPrinted, TextLimits.Title);
        check.Date($"{path}.publishedOn", source.PublishedOn, source.Precision);
        check.Text($"{path}.dateNote", source.DateNote, TextLimits.Text);
        if (source is { DateAsPrinted: null, DateNote: null, NoLaterThan: false })
        {
            check.Add($"{path}.dateAsPrinted",
                "Give the date as it is printed. If it has none, say in dateNote how it was worked out, or with noLaterThan that it is not known.");
        }

        if (source.NoLaterThan && source.Precision != DatePrecision.Day)
        {
            check.Add($"{path}.precision",
                "If all that is known is that the source was out by a day, that day is exact. Leave out precision or noLaterThan.");
        }
    }

    private static void Url(RuleCheck check, RulePath path, string? url)
    {
        check.Text(path, url, TextLimits.Text);

        // Only these two: an address becomes a link on a page.
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            check.Add(path, $"{RuleCheck.Quote(url)} is not a web address. Begin it with https:// or http://.");
        }
    }

    internal static void Parties(RuleCheck check)
    {
        foreach (var (party, path) in check.Descriptive<Party>())
        {
            check.Text($"{path}.name", party.Name, TextLimits.Title);
            check.Text($"{path}.shortName", party.ShortName, TextLimits.Title);
            check.Text($"{path}.description", party.Description, TextLimits.Text);
            check.Date($"{path}.since", party.Since);
            check.Stamp($"{path}.recordedAt", party.RecordedAt);
            Roles(check, $"{path}.roles", party.Roles);
        }
    }

    private static void Roles(RuleCheck check, string path, IReadOnlyList<PartyRole> roles)
    {
        var seen = new HashSet<Role>();
        for (var i = 0; i < roles.Count; i++)
        {
            check.Text($"{path}[{i}].note", roles[i].Note, TextLimits.Title);
            check.Citations($"{path}[{i}].citations", roles[i].Citations);
            if (!seen.Add(roles[i].Role))
            {
                check.Add($"{path}[{i}].role", "The party already has this role. Put the note and citations into one entry.");
            }
        }
    }

    internal static void Delegates(RuleCheck check)
    {
        foreach (var (person, path) in check.Descriptive<PartyDelegate>())
        {
            check.Reference($"{path}.party", person.PartyKey, check.Parties);
            check.Text($"{path}.name", person.Name, TextLimits.Title);
            check.Text($"{path}.office", person.Office, TextLimits.Title);
            check.Date($"{path}.officeAsOf", person.OfficeAsOf);
            check.Citations($"{path}.citations", person.Citations);
            check.Stamp($"{path}.recordedAt", person.RecordedAt);
        }
    }

    internal static void Dyads(RuleCheck check)
    {
        var pairs = new Dictionary<(string, string), string>();
        foreach (var (dyad, path) in check.Descriptive<Dyad>())
        {
            check.Reference($"{path}.firstParty", dyad.FirstPartyKey, check.Parties);
            check.Reference($"{path}.secondParty", dyad.SecondPartyKey, check.Parties);
            if (dyad.FirstPartyKey == dyad.SecondPartyKey)
            {
                check.Add($"{path}.secondParty", "A pair is made of two different parties. Name another one here.");
            }

            // The pair is unordered: a–b and b–a are the same dyad.
            var pair = string.CompareOrdinal(dyad.FirstPartyKey, dyad.SecondPartyKey) <= 0
                ? (dyad.FirstPartyKey, dyad.SecondPartyKey)
                : (dyad.SecondPartyKey, dyad.FirstPartyKey);
            if (dyad.Retracted is null && !pairs.TryAdd(pair, dyad.Key))
            {
                check.Add(path, $"The pair {RuleCheck.Quote(pairs[pair])} already has these two parties. Use that one instead.");
            }
        }
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
