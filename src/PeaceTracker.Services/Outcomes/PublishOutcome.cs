using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Outcomes;

/// <summary>Brings an outcome of talks to the board: everything in it, or nothing.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Form">What was typed.</param>
/// <param name="OutcomeId">The outcome in the store that it is; null for a preview.</param>
/// <param name="Version">The version of it that is published.</param>
/// <param name="Author">Its author's name, when somebody else approves it; null when the author publishes.</param>
public sealed partial record PublishOutcome(string Slug, OutcomeForm Form, Guid? OutcomeId = null, int Version = 0, string? Author = null)
    : BoardCommand(Slug)
{
    /// <summary>Whether it came whole, so that nothing of it was kept before: it is put among the outcomes as it is published.</summary>
    public bool AtOnce { get; init; }

    /// <inheritdoc />
    public override string What => "outcome-published";

    /// <inheritdoc />
    public override AccountRole Needs => Author is null ? AccountRole.Editor : AccountRole.Manager;

    /// <summary>What is said of a change, without the name of who approved it: for whoever is told no names.</summary>
    public static string WithoutNames(string summary) => Approval().Replace(summary, "$1");

    internal override bool SkipsApproval => Author is null;

    internal override string? RecordedFor => Author;

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var check = new FormCheck();
        OutcomeRows.Enter(Form, edit, check);
        if (edit.Rows.Count == 0)
        {
            check.Add("", "Nothing is recorded yet. Add an issue that moved, a position, a draft, an offer, a claim or a round.");
        }

        edit.Missing(check.Errors);
        return null;
    }

    internal override string Summary(RecordEdit edit)
    {
        var round = Form.NewRound?.Title ?? edit.Before.Rounds.FirstOrDefault(r => r.Key == Form.RoundKey)?.Title ?? "Between rounds";
        var approved = Author is null ? "" : $" Approved by {edit.SavedBy}.";
        string[] parts =
        [
            .. Counted(Form.StatusEvents.Count, "status event"), .. Counted(Form.Positions.Count, "position"),
            .. Counted(Form.DraftVersions.Count, "draft version"), .. Counted(Form.Offers.Count, "offer"), .. Counted(Form.Claims.Count, "claim"),
        ];
        return $"{round}: {(parts.Length == 0 ? "an outcome" : string.Join(", ", parts))}.{approved}";
    }

    [GeneratedRegex("^(.*?: (?:an outcome|[0-9]+ [a-z ]+(?:, [0-9]+ [a-z ]+)*)\\.) Approved by .*$", RegexOptions.Singleline)]
    private static partial Regex Approval();

    private static IEnumerable<string> Counted(int count, string noun) => count == 0 ? [] : [$"{count} {noun}{(count == 1 ? "" : "s")}"];

    internal override async Task<SaveResult?> AlongAsync(
        TrackerContext context, Account account, RecordEdit edit, long number, CancellationToken cancellationToken)
    {
        var outcome = await context.Outcomes.FirstOrDefaultAsync(o => o.Id == OutcomeId && o.Slug == Slug, cancellationToken);
        if (outcome is null && AtOnce && OutcomeId is { } id)
        {
            outcome = new Outcome
            {
                Id = id, Slug = Slug, AuthorId = account.Id, Author = account.DisplayName, BegunAt = edit.Now, Form = "",
                Title = Form.TitleIn(edit.Before),
            };
            context.Add(outcome);
        }

        if (outcome is null)
        {
            return new SaveResult.Missing();
        }

        if (Author is null ? outcome.AuthorId != account.Id : outcome.AuthorId == account.Id)
        {
            return new SaveResult.NotAllowed(NotAllowedReason.Role);
        }

        var open = Author is null ? outcome.State is OutcomeState.Draft or OutcomeState.Returned : outcome.State == OutcomeState.Submitted;
        if (!open || outcome.Version != Version)
        {
            return SaveResult.Refuse("This outcome was changed, published or discarded in the meantime. Open it again.");
        }

        outcome.Form = Form.Write();
        outcome.State = OutcomeState.Published;
        outcome.DecidedBy = Author is null ? null : account.DisplayName;
        outcome.UpdatedAt = edit.Now;
        outcome.ChangeNumber = number;
        outcome.Version++;
        await context.SaveChangesAsync(cancellationToken);
        return null;
    }
}
