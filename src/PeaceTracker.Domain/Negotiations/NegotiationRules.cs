using System.Text.RegularExpressions;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;

namespace PeaceTracker.Domain.Negotiations;

/// <summary>What makes a record whole: the same rules for files, imports and editing. Nothing that breaks one is ever stored.</summary>
public static partial class NegotiationRules
{
    /// <summary>All breaches of the rules by <paramref name="record"/>, in the order of its sections; none means that it is whole.</summary>
    public static IReadOnlyList<RuleViolation> Check(NegotiationRecord record)
    {
        var check = new RuleCheck(record);
        Negotiation(check, record.Negotiation);
        Sources(check);
        Parties(check);
        Delegates(check);
        Dyads(check);
        Issues(check);
        AgendaVersions(check);
        StatusEvents(check);
        Positions(check);
        WorkingGroups(check);
        Rounds(check);
        Drafts(check);
        Offers(check);
        Claims(check);
        return check.Violations;
    }

    private static void Negotiation(RuleCheck check, Negotiation negotiation)
    {
        check.Key("negotiation.slug", negotiation.Slug);
        check.Text("negotiation.title", negotiation.Title, TextLimits.Title);
        check.Text("negotiation.shortTitle", negotiation.ShortTitle, TextLimits.Title);
        check.Text("negotiation.description", negotiation.Description, TextLimits.Text);
        check.Date("negotiation.startedOn", negotiation.StartedOn);
        check.Between("negotiation.stalenessDays", negotiation.StalenessDays, 1, 3650);
    }

    private static void Sources(RuleCheck check)
    {
        check.Keys("sources", check.Record.Sources.Select(s => s.Key));
        for (var i = 0; i < check.Record.Sources.Count; i++)
        {
            var source = check.Record.Sources[i];
            var path = $"sources[{i}]";
            check.Row(path, source);
            check.Text($"{path}.publisher", source.Publisher, TextLimits.Title);
            check.Text($"{path}.headline", source.Headline, TextLimits.Note);
            check.Text($"{path}.byline", source.Byline, TextLimits.Title);
            check.Text($"{path}.dateAsPrinted", source.DateAsPrinted, TextLimits.Title);
            check.Date($"{path}.publishedOn", source.PublishedOn);
            check.Text($"{path}.dateNote", source.DateNote, TextLimits.Text);
            Url(check, $"{path}.url", source);
            if (!LanguageTag().IsMatch(source.Language))
            {
                check.Add($"{path}.language", $"{RuleCheck.Quote(source.Language)} is not a language tag. Write it like en, uk or pt-BR.");
            }

            check.Stamp($"{path}.recordedAt", source.RecordedAt);
        }
    }

    private static void Url(RuleCheck check, string path, Source source)
    {
        check.Text(path, source.Url, TextLimits.Text);

        // Only these two: an address becomes a link on a page.
        if (source.Url is not null && !(Uri.TryCreate(source.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            check.Add(path, $"{RuleCheck.Quote(source.Url)} is not an address of the web. Begin it with https:// or http://.");
        }
    }

    private static void Parties(RuleCheck check)
    {
        check.Keys("parties", check.Record.Parties.Select(p => p.Key));
        for (var i = 0; i < check.Record.Parties.Count; i++)
        {
            var party = check.Record.Parties[i];
            var path = $"parties[{i}]";
            check.Row(path, party);
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
                check.Add($"{path}[{i}].role", "The party has this role already. Put note and citations into one entry.");
            }
        }
    }

    private static void Delegates(RuleCheck check)
    {
        check.Keys("delegates", check.Record.Delegates.Select(d => d.Key));
        for (var i = 0; i < check.Record.Delegates.Count; i++)
        {
            var person = check.Record.Delegates[i];
            var path = $"delegates[{i}]";
            check.Row(path, person);
            check.Reference($"{path}.party", person.PartyKey, check.Parties);
            check.Text($"{path}.name", person.Name, TextLimits.Title);
            check.Text($"{path}.office", person.Office, TextLimits.Title);
            check.Date($"{path}.officeAsOf", person.OfficeAsOf);
            check.Citations($"{path}.citations", person.Citations);
            check.Stamp($"{path}.recordedAt", person.RecordedAt);
        }
    }

    private static void Dyads(RuleCheck check)
    {
        check.Keys("dyads", check.Record.Dyads.Select(d => d.Key));
        var pairs = new Dictionary<(string, string), int>();
        for (var i = 0; i < check.Record.Dyads.Count; i++)
        {
            var dyad = check.Record.Dyads[i];
            var path = $"dyads[{i}]";
            check.Row(path, dyad);
            check.Reference($"{path}.firstParty", dyad.FirstPartyKey, check.Parties);
            check.Reference($"{path}.secondParty", dyad.SecondPartyKey, check.Parties);
            if (dyad.FirstPartyKey == dyad.SecondPartyKey)
            {
                check.Add($"{path}.secondParty", "A dyad is a pair of two different parties. Name another one here.");
            }

            // The pair is unordered: a–b and b–a are the same dyad.
            var pair = string.CompareOrdinal(dyad.FirstPartyKey, dyad.SecondPartyKey) <= 0
                ? (dyad.FirstPartyKey, dyad.SecondPartyKey)
                : (dyad.SecondPartyKey, dyad.FirstPartyKey);
            if (dyad.Retracted is null && !pairs.TryAdd(pair, i))
            {
                check.Add(path, $"The same two parties are the dyad {RuleCheck.Quote(check.Record.Dyads[pairs[pair]].Key)} already. Use that one in the place of this one.");
            }
        }
    }

    [GeneratedRegex(@"\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
