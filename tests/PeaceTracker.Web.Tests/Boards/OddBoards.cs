using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Positions;
using PeaceTracker.Services.Negotiations;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Boards;

/// <summary>A host with the boards on which there is hardly anything, or everything alike.</summary>
public sealed class OddBoards : TrackerHost, IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public OddBoards() => Seed = Write(Records[0], folder.Path);

    /// <summary>The records; each has a slug of its own, and the first one nothing.</summary>
    public static IReadOnlyList<NegotiationRecord> Records { get; } =
    [
        Named("empty", new NegotiationRecord { Negotiation = new RecordBuilder().Build().Negotiation }),
        Named("one-party", new RecordBuilder().Build() with { Dyads = [], AgendaVersions = [] }, parties: 1),
        Named("issues-without-pair", new RecordBuilder().Issue("one", dyads: []).Issue("two", dyads: []).Build() with { Dyads = [] }, parties: 0),
        Named("no-agenda", new RecordBuilder().Issues(6, Level.Disputed).Build() with { AgendaVersions = [] }),
        Named(
            "agenda-emptied",
            new RecordBuilder().Issues(6, Level.Disputed)
                .Agenda(1, [.. Enumerable.Range(1, 6).Select(i => $"issue-{i}")])
                .Agenda(5, [])
                .Claim(90, on: 6)
                .Build()),
        Named("one-issue", new RecordBuilder().Issue("only").Status("only", Level.Narrowing).Claim(100).Build()),
        Named("all-unknown", new RecordBuilder().Issues(8, null).Claim(90).Build()),
        Named("all-deferred", new RecordBuilder().Issues(8, Level.Deferred).Build()),
        Named("all-agreed", new RecordBuilder().Issues(8, Level.Concluded, salience: 5).Claim(100).Build()),
        Named("month-known", KnownToTheMonth()),
        Named("one-applies-not", new RecordBuilder().Issues(5, Level.Narrowing).Issues(1, Level.NotApplicable).Build()),
        Named("none-applies", new RecordBuilder().Issues(8, Level.NotApplicable).Claim(50, dyad: RecordBuilder.DefaultDyad).Build()),
    ];

    /// <summary>Writes a record as a negotiation file and returns its path.</summary>
    public static string Write(NegotiationRecord record, string folder)
    {
        var path = Path.Combine(folder, $"{record.Negotiation.Slug}.json");
        using var file = File.Create(path);
        NegotiationFileWriter.WriteAsync(record, file, CancellationToken.None).GetAwaiter().GetResult();
        return path;
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var record in Records.Skip(1))
        {
            await Services.GetRequiredService<NegotiationImporter>().ImportAsync(record, "test", CancellationToken.None);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            folder.Dispose();
        }
    }

    // What moved in February 2026 is known to the month alone, one position to the week of its first Monday.
    private static NegotiationRecord KnownToTheMonth()
    {
        var record = new RecordBuilder().Issues(6, Level.Disputed).Status("issue-1", Level.AgreedInPrinciple, on: 32)
            .Position("a", "issue-2", Stance.Rejects, on: 33).Build();
        return record with
        {
            StatusEvents = [.. record.StatusEvents.Select(e => e.Key == "event-7" ? e with { Precision = DatePrecision.Month } : e)],
            Positions = [record.Positions[0] with { Precision = DatePrecision.Week }],
        };
    }

    private static NegotiationRecord Named(string slug, NegotiationRecord record, int parties = int.MaxValue) =>
        record with { Negotiation = record.Negotiation with { Slug = slug, Title = $"Talks: {slug}" }, Parties = [.. record.Parties.Take(parties)] };
}
