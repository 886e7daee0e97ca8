using PeaceTracker.Domain.Agreement;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Tests.Issues;

/// <summary>The boards of the negotiation files that come with the program, as of a date.</summary>
internal static class SeedBoards
{
    public static async Task<BoardSnapshot> RussiaUkraineAsync() => (await BoardAsync("russia-ukraine-2025")).AsOf(new DateOnly(2025, 12, 20));

    public static async Task<BoardSnapshot> ExampleAsync(DateOnly date) => (await BoardAsync("example")).AsOf(date);

    private static async Task<Board> BoardAsync(string name)
    {
        var file = await new NegotiationFileReader().ReadAsync(Path.Combine(SeedFiles.Folder, name + ".json"), TestContext.Current.CancellationToken);
        return new Board(file.Record!, 1);
    }
}
