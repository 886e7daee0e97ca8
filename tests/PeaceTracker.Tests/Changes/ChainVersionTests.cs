using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Changes;

/// <summary>Chains that older versions began are still held against what they were made from.</summary>
public class ChainVersionTests(ChainedStore chained) : IClassFixture<ChainedStore>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // As versions made them that hashed neither number nor account: the texts are those of docs/recompute.md without these two.
    [Fact]
    public async Task Verify_HashesOfTheFirstVersion_AreHeldAgainstItAndChainedOn()
    {
        using var folder = chained.Copy();
        ChainedStore.Tamper(folder, await FirstVersionAsync(folder));
        var all = await ChainedStore.VerifyAsync(folder);
        await ChainedStore.EditAsync(folder);
        var more = await ChainedStore.VerifyAsync(folder);
        ChainedStore.Tamper(folder, "UPDATE Changes SET Summary = 'X' WHERE Number = 5");
        var altered = await ChainedStore.VerifyAsync(folder);

        Assert.Equal((0, ""), (all.Code, all.Errors));
        Assert.Equal((0, ""), (more.Code, more.Errors));
        Assert.Contains("9 changes checked, all fit. They are chained from change 2 on", more.Output, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", (string)TestStore.Scalar(ChainedStore.FileIn(folder), "SELECT Hash FROM Changes WHERE Number = 8")!);
        Assert.Matches("^2:[0-9a-f]{64}$", (string)TestStore.Scalar(ChainedStore.FileIn(folder), "SELECT Hash FROM Changes WHERE Number = 9")!);
        Assert.StartsWith("Change 5 does not fit: ", altered.Errors, StringComparison.Ordinal);
    }

    // The statements that give changes 2 to 8 such hashes; 1, which has no rows of its own, gets none.
    private static async Task<string> FirstVersionAsync(TemporaryFolder folder)
    {
        await using var services = TestStore.Provide(new StoreOptions { DataDirectory = folder.Path });
        await using var context = services.GetRequiredService<IDbContextFactory<TrackerContext>>().CreateDbContext();
        var rows = await context.RowChanges.OrderBy(row => row.ChangeNumber).ThenBy(row => row.Position).ToListAsync(Cancellation);
        var (sql, previous) = (new StringBuilder("UPDATE Changes SET Hash = NULL;"), (string?)null);
        foreach (var change in await context.Changes.OrderBy(c => c.Number).Skip(1).ToListAsync(Cancellation))
        {
            var at = change.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
            IEnumerable<string?> texts =
            [
                previous, at, change.RecordedBy, change.What, change.Summary, change.Number == 7 ? "another" : RecordBuilder.Slug,
                .. rows.Where(row => row.ChangeNumber == change.Number).SelectMany(row => new[] { row.Section, row.Key, row.Before, row.After }),
            ];
            var written = string.Concat(texts.Select(text => text is null ? "-" : $"{Encoding.UTF8.GetByteCount(text)}:{text},"));
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));
            sql.Append(CultureInfo.InvariantCulture, $"UPDATE Changes SET Hash = '{previous}' WHERE Number = {change.Number};");
        }

        return sql.ToString();
    }
}
