using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Editing;

/// <summary>
/// A command that was carried out, kept with what it saved for a day: so the second half of a double click, or another try after the line to the
/// database was cut, finds what the first one saved, in whichever process.
/// </summary>
public sealed class DoneCommand
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>The same for every attempt to save one form.</summary>
    public required Guid Once { get; init; }

    /// <summary>Whose command it was.</summary>
    public required string AccountId { get; init; }

    /// <summary>The change that it made.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>The rows that it wrote.</summary>
    public required IReadOnlyList<SavedRow> Rows { get; init; }

    /// <summary>
    /// A hash of all that was asked, where a program named the attempt itself: another question under the same name is none of its attempts. Null
    /// where a form did.
    /// </summary>
    public string? Asked { get; init; }

    /// <summary>When it was carried out (UTC).</summary>
    public required DateTime DoneAt { get; init; }

    /// <summary>
    /// What an account did under a name in the last day; null where that is nothing. What is older goes with what is about to be saved.
    /// </summary>
    internal static async Task<DoneCommand?> FindAsync(
        TrackerContext context, Guid once, string accountId, DateTime now, CancellationToken cancellationToken)
    {
        var oldest = now - Lifetime;
        context.RemoveRange(await context.DoneCommands.Where(done => done.DoneAt < oldest).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
        return await context.DoneCommands.AsNoTracking()
            .FirstOrDefaultAsync(done => done.Once == once && done.AccountId == accountId, cancellationToken);
    }

    /// <summary>What was said of it.</summary>
    internal SaveResult.Saved Result => new(ChangeNumber, Rows);
}
