using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Tests.Issues;

/// <summary>The board of the first negotiation that comes with the program, a few days after its report.</summary>
internal static class SeedBoards
{
    public static async Task<BoardSnapshot> RussiaUkraineAsync()
    {
        var file = await new NegotiationFileReader().ReadAsync(
            Path.Combine(SeedFiles.Folder, "russia-ukraine-2025.json"), TestContext.Current.CancellationToken);
        return new Board(file.Record!, 1).AsOf(new DateOnly(2025, 12, 20));
    }
}
