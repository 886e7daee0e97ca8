using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Negotiations.Files;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Issues;

/// <summary>What comes with the program.</summary>
internal static class SeedBoards
{
    /// <summary>The board of the first negotiation, a few days after its report.</summary>
    public static async Task<BoardSnapshot> RussiaUkraineAsync() =>
        new Board(await RecordAsync(SeedFile.RussiaUkraine), 1).AsOf(new DateOnly(2025, 12, 20));

    /// <summary>The record of a negotiation file, by its name.</summary>
    public static async Task<NegotiationRecord> RecordAsync(string name) =>
        (await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, name + ".json"), TestContext.Current.CancellationToken)).Record!;
}
