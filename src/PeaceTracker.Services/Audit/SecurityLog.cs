using System.Text;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.Audit;

/// <summary>Writes down what happened to accounts and what was refused; read on the audit page.</summary>
public sealed class SecurityLog(WriteGate gate, TimeProvider clock)
{
    /// <summary>The name of whoever is not signed in any more.</summary>
    internal const string Nobody = "nobody signed in";

    private const int Longest = 200;
    private const int Batch = 1000;

    private readonly Folding _folding = new(clock);

    /// <summary>Writes an event that stands alone.</summary>
    public async Task WriteAsync(
        string kind, string? accountId, string who, string? from, string? detail, CancellationToken cancellationToken, string? address = null)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        Add(turn.Context, kind, accountId, who, from, detail, address);
        await turn.SaveAsync(cancellationToken);
    }

    /// <summary>
    /// Writes what anybody can make happen as often as they like: of the same, one entry in ten minutes, which counts those that were not written.
    /// </summary>
    public async Task WriteFoldedAsync(
        string kind, string? accountId, string who, string? from, string? detail, CancellationToken cancellationToken, string? address = null)
    {
        if (_folding.Take(Key(kind, accountId, from)) is { } unsaid)
        {
            await WriteAsync(kind, accountId, who, from, Folding.Counted(detail, unsaid), cancellationToken, address);
        }
    }

    /// <summary>Adds an event to what is about to be saved, so that the one is not there without the other.</summary>
    internal void Add(
        TrackerContext context, string kind, string? accountId, string who, string? from, string? detail = null, string? address = null) =>
        context.SecurityEvents.Add(new SecurityEvent
        {
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            Kind = kind,
            AccountId = accountId,
            Who = Short(who),
            Detail = detail is null ? null : Short(detail),
            Trace = from is null && address is null ? null : new SecurityTrace { From = from, Address = address is null ? null : Short(address) },
        });

    /// <summary>Adds a refusal likewise, of those that say the same one in ten minutes.</summary>
    internal void AddFolded(TrackerContext context, string kind, string? accountId, string who, string? from, string? detail)
    {
        if (_folding.Take($"{Key(kind, accountId, from)} {detail}") is { } unsaid)
        {
            Add(context, kind, accountId, who, from, Folding.Counted(detail, unsaid));
        }
    }

    /// <summary>Forgets network addresses and e-mail addresses once their time is over; returns of how many events.</summary>
    internal async Task<int> ForgetTracesAsync(CancellationToken cancellationToken)
    {
        for (var forgotten = 0; ;)
        {
            var until = clock.GetUtcNow().UtcDateTime - SecurityTrace.Kept;
            await using var turn = await gate.EnterAsync(cancellationToken);
            var old = await turn.Context.SecurityEvents.Where(row => row.RecordedAt < until && row.Trace != null).OrderBy(row => row.Number)
                .Select(row => row.Trace!).Take(Batch).ToListAsync(cancellationToken);
            if (old.Count == 0)
            {
                return forgotten;
            }

            turn.Context.RemoveRange(old);
            await turn.SaveAsync(cancellationToken);
            forgotten += old.Count;
        }
    }

    private static string Key(string kind, string? accountId, string? from) => $"{kind} {accountId} {(accountId is null ? from : null)}";

    // What a stranger typed is kept only so far that it can be recognised.
    private static string Short(string text)
    {
        var visible = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append((Rune.IsControl(rune) || TypedText.IsNoncharacter(rune) ? Rune.ReplacementChar : rune).ToString());
            if (visible.Length >= Longest)
            {
                return visible.ToString(0, visible.Length - rune.Utf16SequenceLength) + "…";
            }
        }

        return visible.ToString();
    }
}
