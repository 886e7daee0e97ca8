using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Negotiations;
using static PeaceTracker.Tests.Import.ImportRowsTests;

namespace PeaceTracker.Tests.Api;

/// <summary>Changes with their rows, in parts where they are many: none is left out, and nothing is answered that could hide that some are.</summary>
[OnEveryDatabase]
public sealed class ApiChangesTests : IAsyncLifetime
{
    private const int Rows = (2 * ApiChanges.MostRows) + 1;
    private TestStore store = null!;
    private long change;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ApiChanges Changes => store.Services.GetRequiredService<ApiChanges>();

    public async ValueTask InitializeAsync()
    {
        store = await TestStore.StartAsync(ValidRecord.Make());
        var ada = await store.AddAccountAsync(AccountRole.Editor, "Ada");
        var lines = Enumerable.Range(1, Rows).Select(i => $"Agency,Report {i},2026-01-05,B");
        var plan = await PlanAsync(store, "sources", "Publisher,Headline,Published,Reliability\n" + string.Join('\n', lines));
        change = Assert.IsType<SaveResult.Saved>(await RunAsync(store, plan, ada)).ChangeNumber;
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task After_AChangeOfManyRows_GoesOnWhereThePartBeforeEnded()
    {
        var (row, parts) = (0, new List<ApiChange>());
        do
        {
            var part = (await Changes.AfterAsync(Slug, change - 1, row, change, 10, Token))!;
            Assert.Equal(part.Row > 0 ? change - 1 : change, part.After);
            parts.Add(Assert.Single(part.Items));
            row = part.Row;
        }
        while (row > 0);

        Assert.Equal(
            [(0, 1000, true), (1000, 1000, true), (2000, 1, false)], parts.Select(part => (part.RowsBefore, part.Rows.Count, part.MoreRows)));
        var sources = (await RecordAsync(store)).Sources;
        Assert.Equal(sources.Skip(1).Select(source => source.Key), parts.SelectMany(part => part.Rows).Select(one => one.Key));
    }

    [Fact]
    public async Task One_OfManyRows_HasThemAll()
    {
        var one = await Changes.OneAsync(Slug, change, Token);

        Assert.Equal((change, Rows, 0, false), (one.Number, one.Rows.Count, one.RowsBefore, one.MoreRows));
        Assert.Equal(Rows, one.Rows.Select(row => row.Key).Distinct().Count());
    }

    // No answer before has ended there: past the last row, in a change that is not there, and in one that has no rows.
    [Theory]
    [InlineData(-1, Rows)]
    [InlineData(0, 1)]
    [InlineData(-2, 1)]
    public async Task After_APlaceAtWhichNoPartEnded_IsNone(int from, int row) =>
        Assert.Null(await Changes.AfterAsync(Slug, change + from, row, change, 10, Token));
}
