using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Data.Mapping;
using PeaceTracker.Services.Export;

namespace PeaceTracker.Services.Audit;

/// <summary>Reads who did what and when: every change of every board, and every security event, newest first.</summary>
public sealed class AuditReader(IDbContextFactory<TrackerContext> contexts)
{
    /// <summary>
    /// The entries that fit the filter: so many after skipping so many, and how many there are in all. What is skipped is read, too: ask for
    /// what lies deep by days.
    /// </summary>
    public async Task<(IReadOnlyList<AuditEntry> Entries, int Total)> ReadAsync(
        AuditFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await context.BeginSnapshotAsync(cancellationToken);
        var changes = filter.Part == AuditPart.Security ? null : Changes(context, filter);
        var events = filter.Part == AuditPart.Changes ? null : Events(context, filter);
        var total = (changes is null ? 0 : await changes.CountAsync(cancellationToken))
            + (events is null ? 0 : await events.CountAsync(cancellationToken));

        // The newest of both, merged: each gives at most as many as the page reaches down to.
        var newest = new List<AuditEntry>();
        if (changes is not null)
        {
            newest.AddRange(
                await changes.OrderByDescending(e => e.At).ThenByDescending(e => e.Number).Take(skip + take).ToListAsync(cancellationToken));
        }

        if (events is not null)
        {
            newest.AddRange(
                await events.OrderByDescending(e => e.At).ThenByDescending(e => e.Number).Take(skip + take).ToListAsync(cancellationToken));
        }

        var page = newest.OrderByDescending(e => e.At).ThenByDescending(e => e.Number).Skip(skip).Take(take).ToList();
        return (await WithRowsAsync(context, page, cancellationToken), total);
    }

    /// <summary>The kinds that occur, in alphabetical order, for the filter's list.</summary>
    public async Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var kinds = await context.Changes.Select(c => c.What).Distinct().ToListAsync(cancellationToken);
        kinds.AddRange(await context.SecurityEvents.Select(e => e.Kind).Distinct().ToListAsync(cancellationToken));
        return [.. kinds.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The people who occur, in alphabetical order, for the filter's list: not what strangers typed.</summary>
    public async Task<IReadOnlyList<string>> PeopleAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await context.Changes.Select(c => c.RecordedBy).Distinct().ToListAsync(cancellationToken);
        people.AddRange(await context.SecurityEvents.Where(e => e.AccountId != null).Select(e => e.Who).Distinct().ToListAsync(cancellationToken));
        return [.. people.Distinct().Order(StringComparer.CurrentCultureIgnoreCase)];
    }

    private static async Task<IReadOnlyList<AuditEntry>> WithRowsAsync(
        TrackerContext context, List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.TrueForAll(e => e.Part == AuditPart.Security))
        {
            return entries;
        }

        // By the span of their numbers, not by a list of them, which would be as long as the export.
        var changes = entries.Where(e => e.Part == AuditPart.Changes).Select(e => e.Number).ToHashSet();
        var (first, last) = (changes.Min(), changes.Max());
        var rows = (await context.RowChanges.Where(row => row.ChangeNumber >= first && row.ChangeNumber <= last)
            .OrderBy(row => row.ChangeNumber).ThenBy(row => row.Position)
            .Select(row => new { row.ChangeNumber, Row = new AuditRow(row.Section, row.Key) }).ToListAsync(cancellationToken))
            .ToLookup(row => row.ChangeNumber, row => row.Row);
        return [.. entries.Select(e => e.Part == AuditPart.Changes ? e with { Rows = [.. rows[e.Number]] } : e)];
    }

    private static IQueryable<AuditEntry> Changes(TrackerContext context, AuditFilter filter)
    {
        var (first, end) = filter.Moments;
        var (kinds, slugs) = (filter.Kinds.ToList(), filter.Slugs.ToList());
        return from change in context.Changes
               let account = context.Accounts.Where(a => a.Id == change.AccountId).Select(a => a.DisplayName).FirstOrDefault()
               let negotiation = context.Negotiations
                   .FirstOrDefault(n => EF.Property<int>(n, NegotiationsMapping.Id) == EF.Property<int?>(change, RecordMapping.NegotiationId))
               where (kinds.Count == 0 || kinds.Contains(change.What))
                   && (filter.Who == null || change.RecordedBy == filter.Who || account == filter.Who)
                   && (slugs.Count == 0 || slugs.Contains(negotiation!.Slug))
                   && (first == null || change.RecordedAt >= first) && (end == null || change.RecordedAt < end)
               select new AuditEntry
               {
                   Number = change.Number, At = change.RecordedAt, Who = change.RecordedBy, Kind = change.What, Text = change.Summary,
                   Slug = negotiation!.Slug, Part = AuditPart.Changes, From = null, Address = null,
                   Account = account == change.RecordedBy ? null : account,
               };
    }

    private static IQueryable<AuditEntry> Events(TrackerContext context, AuditFilter filter)
    {
        var (first, end) = filter.Moments;
        var (kinds, ofBoard) = (filter.Kinds.ToList(), filter.Slugs.IsSet);
        return from happened in context.SecurityEvents
               where (kinds.Count == 0 || kinds.Contains(happened.Kind))
                   && (filter.Who == null || happened.Who == filter.Who || happened.Trace!.Address == filter.Who
                       || context.Accounts.Any(a => a.Id == happened.AccountId && a.DisplayName == filter.Who))
                   && !ofBoard
                   && (first == null || happened.RecordedAt >= first) && (end == null || happened.RecordedAt < end)
               select new AuditEntry
               {
                   Number = happened.Number, At = happened.RecordedAt, Who = happened.Who == "" ? happened.Trace!.Address ?? "" : happened.Who,
                   Kind = happened.Kind, Text = happened.Detail ?? "",
                   Slug = null, Part = AuditPart.Security, From = happened.Trace!.From,
                   Address = happened.Who == "" ? null : happened.Trace!.Address,
               };
    }
}

/// <summary>Which entries of the audit are asked for; what is not set asks for all.</summary>
/// <param name="Part">Changes of boards, security events, or both.</param>
/// <param name="Who">Name of the person.</param>
/// <param name="Kinds">Kinds of entry, in kebab case.</param>
/// <param name="Slugs">Negotiations: then only changes.</param>
/// <param name="First">First day (UTC).</param>
/// <param name="Last">Last day (UTC).</param>
public sealed record AuditFilter(
    AuditPart Part = AuditPart.All, string? Who = null, ChosenSet<string> Kinds = default, ChosenSet<string> Slugs = default, DateOnly? First = null,
    DateOnly? Last = null)
{
    internal (DateTime? From, DateTime? To) Moments => (
        First?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        Last == DateOnly.MaxValue ? null : Last?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
}

/// <summary>What an entry of the audit is about.</summary>
public enum AuditPart
{
    /// <summary>Both.</summary>
    All,
    /// <summary>A change of a board.</summary>
    Changes,
    /// <summary>A security event.</summary>
    Security,
}

/// <summary>One line of the audit.</summary>
public sealed record AuditEntry
{
    /// <summary>The number of the change, or of the security event in its own sequence.</summary>
    public required long Number { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Who: a name as it was then, or the address that was typed; empty where nothing is known.</summary>
    public required string Who { get; init; }

    /// <summary>What kind, in kebab case.</summary>
    public required string Kind { get; init; }

    /// <summary>What, in one sentence; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>The negotiation, for a change of its board.</summary>
    public required string? Slug { get; init; }

    /// <summary>Whether it is a change or a security event.</summary>
    public required AuditPart Part { get; init; }

    /// <summary>The network address, where one is known.</summary>
    public required string? From { get; init; }

    /// <summary>The e-mail address that was typed or is meant, where one is known.</summary>
    public required string? Address { get; init; }

    /// <summary>The name of the account that made a change under another name, such as the manager who approved it; null otherwise.</summary>
    public string? Account { get; init; }

    /// <summary>The rows that a change wrote.</summary>
    public IReadOnlyList<AuditRow> Rows { get; init; } = [];
}

/// <summary>A row of a board that a change wrote.</summary>
/// <param name="Section">Its section, as the negotiation file names it.</param>
/// <param name="Key">Its key.</param>
public sealed record AuditRow(string Section, string Key);
