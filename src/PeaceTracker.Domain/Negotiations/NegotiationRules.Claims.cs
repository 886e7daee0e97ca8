using PeaceTracker.Domain.Claims;

namespace PeaceTracker.Domain.Negotiations;

public static partial class NegotiationRules
{
    internal static void Claims(RuleCheck check)
    {
        foreach (var (claim, path) in Entries<Claim>(check, (_, _) => true, "claim"))
        {
            check.Text($"{path}.occasion", claim.Occasion, TextLimits.Title);
            check.Text($"{path}.ofWhat", claim.OfWhat, TextLimits.Title);
            check.Text($"{path}.thresholdWord", claim.ThresholdWord, TextLimits.Title);
            check.Text($"{path}.hedge", claim.Hedge, TextLimits.Title);
            if (claim.Figure is < 0 or > 100)
            {
                check.Add($"{path}.figure", "A share lies between 0 and 100 percent. Correct the figure, or leave it out where none was named.");
            }

            check.References($"{path}.namedOpenIssues", claim.NamedOpenIssueKeys, check.Issues);
            check.References($"{path}.contradicts", claim.ContradictsKeys, check.Claims);
            for (var j = 0; j < claim.ContradictsKeys.Count; j++)
            {
                if (claim.ContradictsKeys[j] == claim.Key)
                {
                    check.Add($"{path}.contradicts[{j}]", "A claim does not contradict itself. Name another claim.");
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
        if (claim.Scope == ClaimScope.Dyad && claim.DyadKey is null)
        {
            check.Add($"{path}.dyad", "A claim about one pair must say which. Give the pair, or another scope.");
        }
        else if (claim.Scope != ClaimScope.Dyad && claim.DyadKey is not null)
        {
            check.Add($"{path}.dyad", "Only a claim about one pair names a pair. Leave it out, or change the scope.");
        }

        if (claim.Scope == ClaimScope.Other && claim.ScopeNote is null)
        {
            check.Add($"{path}.scopeNote", "A claim with scope other must say in words between whom. Give scopeNote.");
        }
    }

    private static void Claimants(RuleCheck check, string path, Claim claim)
    {
        if (claim.Claimants.Count == 0)
        {
            check.Add($"{path}.claimants", "Nobody is named who made the claim. Give at least one claimant, anonymous if need be.");
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
            check.Add($"{path}.appearances", "The claim appeared nowhere. Give at least one appearance, with its citation.");
        }

        for (var i = 0; i < claim.Appearances.Count; i++)
        {
            check.Citation($"{path}.appearances[{i}].citation", claim.Appearances[i].Citation);
            check.Text($"{path}.appearances[{i}].wording", claim.Appearances[i].Wording, TextLimits.Note);
        }
    }
}
