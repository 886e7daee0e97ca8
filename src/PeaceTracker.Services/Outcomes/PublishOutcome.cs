using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Drafts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Issues;

namespace PeaceTracker.Services.Outcomes;

/// <summary>Brings an outcome of talks to the board: everything in it, or nothing.</summary>
/// <param name="Slug">The negotiation.</param>
/// <param name="Form">What was typed.</param>
/// <param name="OutcomeId">The outcome in the store that it is; null for a preview.</param>
/// <param name="Version">The version of it that is published.</param>
/// <param name="Author">Its author's name, when somebody else approves it; null when the author publishes.</param>
public sealed record PublishOutcome(string Slug, OutcomeForm Form, Guid? OutcomeId = null, int Version = 0, string? Author = null) : BoardCommand(Slug)
{
    private string ApprovedBy { get; set; } = "";

    /// <inheritdoc />
    public override string What => "outcome-published";

    /// <inheritdoc />
    public override AccountRole Needs => Author is null ? AccountRole.Editor : AccountRole.Manager;

    internal override bool SkipsApproval => Author is null;

    internal override string? RecordedFor => Author;

    internal override SaveResult? Apply(RecordEdit edit)
    {
        var check = new FormCheck();
        var today = DateOnly.FromDateTime(edit.Now);
        var realKey = AddSources(edit, check);
        var round = Round(edit, check, realKey);
        OutcomeEntries.Add(Form, edit, check, round, realKey);
        if (Form.NextRound is { } next)
        {
            edit.Add(Real(next.ToRow(check, known: round is { Day: var day } && day < today ? day : today, at: "nextRound"), realKey), "nextRound");
        }

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
        var approved = Author is null ? "" : $" Approved by {ApprovedBy}.";
        return $"{round}: {Form.Steps.Count} status events, {Form.Positions.Count} positions, {Form.DraftVersions.Count} draft versions, "
            + $"{Form.Offers.Count} offers, {Form.Claims.Count} claims.{approved}";
    }

    internal override async Task<SaveResult?> AlongAsync(TrackerContext context, Account account, DateTime now, CancellationToken cancellationToken)
    {
        var outcome = await context.Outcomes.FirstOrDefaultAsync(o => o.Id == OutcomeId && o.Slug == Slug, cancellationToken);
        if (outcome is null)
        {
            return new SaveResult.Missing();
        }

        if (Author is null ? outcome.AuthorId != account.Id : outcome.AuthorId == account.Id)
        {
            return new SaveResult.NotAllowed(NotAllowedReason.Role);
        }

        if (outcome.Version != Version || !(Author is null ? outcome.State is OutcomeState.Draft or OutcomeState.Returned : outcome.State == OutcomeState.Submitted))
        {
            return SaveResult.Refuse("This outcome was changed, published or discarded in another window meanwhile. Open it again.");
        }

        ApprovedBy = account.DisplayName;
        outcome.Form = Form.Write();
        outcome.State = OutcomeState.Published;
        outcome.DecidedBy = Author is null ? null : account.DisplayName;
        outcome.UpdatedAt = now;
        outcome.Version++;
        return null;
    }

    internal override async Task AfterwardsAsync(TrackerContext context, long number, CancellationToken cancellationToken)
    {
        (await context.Outcomes.SingleAsync(o => o.Id == OutcomeId, cancellationToken)).ChangeNumber = number;
        await context.SaveChangesAsync(cancellationToken);
    }

    // Sources first, for the rest cites them: what the form calls "new-1" gets its real key here.
    private Dictionary<string, string> AddSources(RecordEdit edit, FormCheck check)
    {
        var realKey = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Form.Sources.Count; i++)
        {
            var added = edit.Add<Source>(Form.Sources[i].ToRow(check, at: $"sources[{i}]"), $"sources[{i}]");
            realKey[Form.Sources[i].Key] = added.Key;
        }

        return realKey;
    }

    private OutcomeRound? Round(RecordEdit edit, FormCheck check, Dictionary<string, string> realKey)
    {
        if (Form.NewRound is { } made)
        {
            var added = edit.Add(Real(made.ToRow(check, known: DateOnly.FromDateTime(edit.Now), at: "round"), realKey), "round");
            return new OutcomeRound(added.Key, added.LastDay, added.Precision);
        }

        if (Form.RoundKey is not { } key)
        {
            if (Form.RoundOnBoard)
            {
                check.Add("round", "Choose the round that it came out of, or say that it was none.");
            }

            return null;
        }

        if (edit.Record.Rounds.FirstOrDefault(r => r.Key == key && r.Retracted is null) is not { } round)
        {
            check.Add("round", $"There is no round “{key}” on the board. Choose one of those that are, or add it.");
            return null;
        }

        if (FormCheck.Optional(Form.RoundOutcome) is { } outcome && outcome != round.Outcome)
        {
            RecordOutcome(round, outcome, edit, check);
        }

        return new OutcomeRound(round.Key, round.LastDay, round.Precision);
    }

    // Once: what somebody has recorded of a round is edited in its own form, where both versions are seen.
    private static void RecordOutcome(Round round, string outcome, RecordEdit edit, FormCheck check)
    {
        if (round.Outcome is not null)
        {
            check.Add("round.outcome", $"Recorded of this round already: “{round.Outcome}” Leave this out, and edit the round where that is not enough.");
        }
        else if (round.StartsOn > DateOnly.FromDateTime(edit.Now))
        {
            check.Add("round.outcome", $"The round begins on {round.StartsOn:yyyy-MM-dd}: nothing can have come of it yet.");
        }
        else
        {
            edit.Replace(round with { Outcome = outcome, State = RoundState.Held }, "round");
        }
    }

    private static Round Real(Round round, Dictionary<string, string> realKey) => round with { Citations = OutcomeEntries.Real(round.Citations, realKey) };
}

/// <summary>The entries of an outcome as rows.</summary>
internal static class OutcomeEntries
{
    public static void Add(OutcomeForm form, RecordEdit edit, FormCheck check, OutcomeRound? round, Dictionary<string, string> realKey)
    {
        for (var i = 0; i < form.Steps.Count; i++)
        {
            var step = form.Steps[i].ToRow(check, $"steps[{i}]", round);
            edit.Add(step with { Citations = Real(step.Citations, realKey) }, $"steps[{i}]");
        }

        for (var i = 0; i < form.Positions.Count; i++)
        {
            var position = form.Positions[i].ToRow(check, $"positions[{i}]", round);
            edit.Add(position with { Citations = Real(position.Citations, realKey) }, $"positions[{i}]");
        }

        for (var i = 0; i < form.DraftVersions.Count; i++)
        {
            AddVersion(form.DraftVersions[i], edit, check, $"draftVersions[{i}]", round, realKey);
        }

        for (var i = 0; i < form.Offers.Count; i++)
        {
            var offer = form.Offers[i].ToRow(check, at: $"offers[{i}]", day: round?.Day);
            edit.Add(offer with { Citations = Real(offer.Citations, realKey) }, $"offers[{i}]");
        }

        for (var i = 0; i < form.Claims.Count; i++)
        {
            var claim = form.Claims[i].ToRow(check, $"claims[{i}]", round);
            IReadOnlyList<Appearance> appearances = [.. claim.Appearances.Select(a => a with { Citation = Real([a.Citation], realKey)[0] })];
            edit.Add(claim with { Appearances = appearances }, $"claims[{i}]");
        }
    }

    /// <summary>Citations that mean a new source by its name in the form, by its key on the board.</summary>
    public static IReadOnlyList<Citation> Real(IReadOnlyList<Citation> citations, Dictionary<string, string> realKey) =>
        [.. citations.Select(c => realKey.TryGetValue(c.SourceKey, out var key) ? c with { SourceKey = key } : c)];

    // A further version is an edit of its draft; the rules' complaints about the draft are shown at the version.
    private static void AddVersion(
        DraftVersionForm form, RecordEdit edit, FormCheck check, string at, OutcomeRound? round, Dictionary<string, string> realKey)
    {
        var draft = form.DraftKey is null ? null : edit.Record.Drafts.FirstOrDefault(d => d.Key == form.DraftKey && d.Retracted is null);
        if (form.DraftKey is not null && draft is null)
        {
            check.Add($"{at}.draft", "This draft is not on the board any more. Choose another, or add it as a new one.");
            return;
        }

        var version = form.ToRow((draft?.Versions.Count ?? 0) + 1, check, at, round?.Day);
        version = version with { Citations = Real(version.Citations, realKey), RecordedAt = edit.Now, RecordedBy = edit.By };
        if (draft is not null)
        {
            edit.Replace(draft with { Versions = [.. draft.Versions, version] }, at, $"versions[{draft.Versions.Count}]");
            return;
        }

        edit.Add(
            new Draft
            {
                Key = "", RecordedAt = default, IssueKeys = form.IssueKeys, Versions = [version],
                Title = check.Need($"{at}.title", form.NewDraftTitle, "Give the draft a title, or choose one that is on the board."),
            },
            at,
            "versions[0]");
    }
}
