using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    /// <summary>More points than any list of talks has: a slip of the keyboard.</summary>
    private const int MostPoints = 10_000;

    internal static void Claims(RuleCheck check)
    {
        foreach (var (claim, path) in Entries<Claim>(check, (_, _) => true, "claim"))
        {
            check.Text($"{path}.occasion", claim.Occasion, TextLimits.Title);
            check.Text($"{path}.ofWhat", claim.OfWhat, TextLimits.Title);
            check.Text($"{path}.thresholdWord", claim.ThresholdWord, TextLimits.Title);
            check.Text($"{path}.hedge", claim.Hedge, TextLimits.Title);
            Figure(check, path, claim);
            check.Reference($"{path}.round", claim.RoundKey, check.Rounds);
            check.References($"{path}.namedOpenIssues", claim.NamedOpenIssueKeys, check.Issues);
            check.References($"{path}.contradicts", claim.ContradictsKeys, check.Claims);
            for (var j = 0; j < claim.ContradictsKeys.Count; j++)
            {
                if (claim.ContradictsKeys[j] == claim.Key)
                {
                    check.Add($"{path}.contradicts[{j}]", "A claim can’t contradict itself. Name another claim.");
                }
            }

            Scope(check, path, claim);
            Claimants(check, path, claim);
            Appearances(check, path, claim);
        }
    }

    private static void Scope(RuleCheck check, string path, Claim claim)
    {
        check.Reference($"{path}.dyad", claim.DyadKey, check.Dyads);
        check.Text($"{path}.scopeNote", claim.ScopeNote, TextLimits.Note);
        check.References($"{path}.issues", claim.IssueKeys, check.Issues);
        check.Reference($"{path}.draft", claim.DraftKey, check.Drafts);
        if (claim.Scope == ClaimScope.Dyad && claim.DyadKey is null)
        {
            check.Add($"{path}.dyad", "A claim about one pair must say which. Name the pair, or say that it is about something else.");
        }
        else if (claim.Scope is ClaimScope.WholeBoard or ClaimScope.Other && claim.DyadKey is not null)
        {
            check.Add(
                $"{path}.dyad", "A claim about all parties, or about others, can’t name a pair. Leave the pair out, or change what it is about.");
        }

        if (claim.Scope == ClaimScope.Issues != claim.IssueKeys.Count > 0)
        {
            check.Add($"{path}.issues", claim.IssueKeys.Count == 0
                ? "Name the issue or issues that the claim is about."
                : "Only a claim about issues can name them. Leave the issues out, or change what it is about.");
        }

        if (claim.Scope == ClaimScope.Draft != claim.DraftKey is not null)
        {
            check.Add($"{path}.draft", claim.DraftKey is null
                ? "Name the draft that the claim is about."
                : "Only a claim about a draft can name one. Leave the draft out, or change what it is about.");
        }

        if (claim.Scope == ClaimScope.Other && claim.ScopeNote is null)
        {
            check.Add($"{path}.scopeNote", "Say in words between whom, or about what.");
        }
    }

    private static void Figure(RuleCheck check, string path, Claim claim)
    {
        if (claim.Figure is < 0 or > 100 || claim.FigureTo is < 0 or > 100)
        {
            check.Add($"{path}.figure", "A share is between 0 and 100 per cent. Correct the figure, or leave it out if none was given.");
        }
        else if (claim.FigureTo is not null && !(claim.Figure < claim.FigureTo))
        {
            check.Add($"{path}.figure", "A range goes from the lower figure to the higher one: 90–95%.");
        }

        if (claim.Points is < 1 or > MostPoints)
        {
            check.Add($"{path}.points", $"Give how many points the claimant counts, from 1 to {MostPoints}, or leave it out.");
        }

        if (claim.AgreedPoints is { } agreed)
        {
            if (claim.Points is not { } points)
            {
                check.Add($"{path}.points", "You gave how many points are done: say out of how many as well.");
            }
            else if (agreed < 0 || agreed > points)
            {
                check.Add($"{path}.figure", $"{agreed} of {points} can’t be right. Correct one of the two numbers.");
            }

            if (claim.Figure is not null || claim.FigureTo is not null)
            {
                check.Add($"{path}.figure", "The figure is either a percentage or a number of points, not both. Leave one out.");
            }
        }
    }

    internal static void ClaimAppearances(RuleCheck check)
    {
        foreach (var (added, path) in Entries<ClaimAppearance>(check, (_, _) => true, "claim"))
        {
            check.Reference($"{path}.claim", added.ClaimKey, check.Claims);
            check.Citation($"{path}.citation", added.Citation);
            check.Text($"{path}.wording", added.Wording, TextLimits.Note);
        }
    }

    private static void Claimants(RuleCheck check, string path, Claim claim)
    {
        if (claim.Claimants.Count == 0)
        {
            check.Add($"{path}.claimants", "No claimant is given. Give at least one, anonymous if necessary.");
        }

        for (var i = 0; i < claim.Claimants.Count; i++)
        {
            var claimant = claim.Claimants[i];
            check.Text($"{path}.claimants[{i}].name", claimant.Name, TextLimits.Title);
            check.Reference($"{path}.claimants[{i}].party", claimant.PartyKey, check.Parties);
            check.DelegateOf($"{path}.claimants[{i}].delegate", claimant.DelegateKey, claimant.PartyKey);
        }
    }

    private static void Appearances(RuleCheck check, string path, Claim claim)
    {
        if (claim.Appearances.Count == 0)
        {
            check.Add($"{path}.appearances", "No appearance is given. Give at least one, with its citation.");
        }

        for (var i = 0; i < claim.Appearances.Count; i++)
        {
            check.Citation($"{path}.appearances[{i}].citation", claim.Appearances[i].Citation);
            check.Text($"{path}.appearances[{i}].wording", claim.Appearances[i].Wording, TextLimits.Note);
        }
    }
}
