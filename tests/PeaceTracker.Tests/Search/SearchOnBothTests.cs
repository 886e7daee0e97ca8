using PeaceTracker.Services.Search;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Issues;

namespace PeaceTracker.Tests.Search;

/// <summary>A search of one record in a file and on a server.</summary>
[OnPostgreSql]
public class SearchOnBothTests
{
    // Words in several kinds of rows, in other letters and without accents, of one letter, and a number.
    private static readonly string[] Queries = ["valley", "élorie", "ELORIE", "a", "charter", "12"];

    [Fact]
    public async Task Of_EachDatabase_FindsTheSameRowsInTheSameOrder()
    {
        Assert.SkipUnless(TestServer.IsThere, TestServer.Why);
        var record = await SeedBoards.RecordAsync(SeedFile.Example);
        await using var file = await TestStore.StartInFileAsync(record);
        await using var server = await TestStore.StartOnServerAsync(record);

        var (inFile, onServer) = (await FoundAsync(file, record.Negotiation.Slug), await FoundAsync(server, record.Negotiation.Slug));

        Assert.All(Queries, query => Assert.Contains(inFile, line => line.StartsWith(query + ": ", StringComparison.Ordinal)));
        Assert.Equal(inFile, onServer);
    }

    private static async Task<List<string>> FoundAsync(TestStore store, string slug)
    {
        var board = (await store.Boards.FindAsync(slug, TestContext.Current.CancellationToken))!;
        return
        [
            .. from query in Queries
               from line in SearchView.Of(board.AsOf(new DateOnly(2026, 1, 1)), query).Groups
               from hit in line.Hits
               select $"{query}: {line.In.Name} {line.Count} {string.Concat(hit.Title.Select(part => part.Text))}",
        ];
    }
}
