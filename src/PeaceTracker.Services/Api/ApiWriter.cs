using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Services.Api;

/// <summary>Who asks for something to be recorded, and how.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="DryRun">Whether it is only to be checked.</param>
/// <param name="Key">The name by which whoever asks knows the attempt; null for none.</param>
/// <param name="Asked">All that is asked: what belongs to another question makes another text.</param>
public sealed record ApiAttempt(string AccountId, bool DryRun, string? Key, string Asked)
{
    /// <summary>The attempt's own name: of one account and one key always the same.</summary>
    internal Guid Once => Key is null ? Guid.NewGuid() : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{AccountId}\n{Key}")).AsSpan(0, 16));

    internal string? Hash => Key is null ? null : Digest.Of(Asked);

    /// <summary>The attempt to begin a negotiation.</summary>
    public BeginAttempt Beginning => new(Once, Hash);
}

/// <summary>Records what programs ask for, the way of all commands; in a dry run it goes that way up to the writing.</summary>
public sealed class ApiWriter(BoardEditor editor, OutcomeIntake intake, BoardReader boards, ApiChanges changes, TimeProvider clock)
{
    /// <summary>Carries a command out.</summary>
    public async Task<ApiWrite> RunAsync(BoardCommand command, ApiAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(attempt);
        if (attempt.DryRun)
        {
            return await RehearseAsync(command, attempt, submits: false, cancellationToken);
        }

        return await editor.RunAsync(command with { Once = attempt.Once, Asked = attempt.Hash }, attempt.AccountId, cancellationToken) switch
        {
            SaveResult.Saved saved => new(await OfAsync(command.Slug, saved.ChangeNumber, cancellationToken), saved.Rows[0].Key, null),
            var refusal => new(null, null, refusal),
        };
    }

    /// <summary>Takes an outcome of talks.</summary>
    public async Task<ApiWrite> TakeAsync(string slug, OutcomeForm form, bool draft, ApiAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (attempt.DryRun)
        {
            return await RehearseAsync(slug, form, draft, attempt, cancellationToken);
        }

        var taken = await intake.TakeAsync(slug, form, draft, attempt.Once, attempt.Hash, attempt.AccountId, cancellationToken);
        if (taken.Refusal is not null)
        {
            return new(null, null, taken.Refusal);
        }

        var written = taken.Change is { } change ? await OfAsync(slug, change, cancellationToken) : new(false, null, null, null, null, [], null);
        return new(written with { Outcome = taken.Id, State = taken.State }, taken.Id.ToString(), null);
    }

    private async Task<ApiWrite> RehearseAsync(
        string slug, OutcomeForm form, bool draft, ApiAttempt attempt, CancellationToken cancellationToken)
    {
        if (await boards.FindAsync(slug, cancellationToken) is not { } board)
        {
            return new(null, null, new SaveResult.Missing());
        }

        if (draft)
        {
            // A draft may want this and that still: it is foreseen as far as it goes.
            var preview = OutcomePreview.Of(board, form, Now, out var after);
            return new(
                new(true, null, null, null, OutcomeState.Draft, [], new(ApiShares.Of(preview.Before.Shares), ApiShares.Of(after.Shares))),
                null, null);
        }

        var submits = OutcomeIntake.Submits(board, draft);
        var write = await RehearseAsync(new PublishOutcome(slug, form), attempt, submits, cancellationToken);
        return write with
        {
            Written = write.Written is { } written ? written with { State = submits ? OutcomeState.Submitted : OutcomeState.Published } : null,
        };
    }

    private async Task<ApiWrite> RehearseAsync(BoardCommand command, ApiAttempt attempt, bool submits, CancellationToken cancellationToken)
    {
        var (rehearsal, refusal) = await editor.RehearseAsync(command, attempt.AccountId, submits, cancellationToken);
        return rehearsal is null ? new(null, null, refusal) : new(
            new(true, null, rehearsal.Summary, null, null, [.. rehearsal.Rows.Select(Of)],
                ApiForeseen.Of(rehearsal.Before, rehearsal.After, Now)), rehearsal.Rows[0].After.Key, null);
    }

    // Of the store, so that the second answer is the first one.
    private async Task<ApiWritten> OfAsync(string slug, long number, CancellationToken cancellationToken)
    {
        var change = await changes.OneAsync(slug, number, cancellationToken);
        return new(false, number, change.Summary, null, null, change.Rows, null);
    }

    private DateTime Now => clock.UtcNow();

    private static ApiRowChange Of(RehearsedRow row) =>
        new(row.In.Name, row.After.Key, row.Before is null ? null : Json(row.Before), Json(row.After));

    private static JsonElement Json(IRow row) => JsonElement.Parse(RowJson.Write(row));
}
