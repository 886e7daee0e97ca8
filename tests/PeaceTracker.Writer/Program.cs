using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

// Saves outcomes of three status events each in the data folder of the first argument, numbered from the second on, and prints the number of
// each save after it was acknowledged. It goes on until it is killed. A third argument names a database in the folder's place, a fourth how many
// write at once, each from a hundred thousand further on.
await using var services = TestStore.Provide(new StoreOptions { DataDirectory = args[0], Database = args.ElementAtOrDefault(2) });
var record = ThreeStatusEvents.EmptyBoard();
await TestStore.StartAsync(services, record);
var account = await TestAccounts.AddAccountAsync(services, AccountRole.Editor);
var editor = services.GetRequiredService<BoardEditor>();
Console.WriteLine("started");
var (first, writers) = (Number(args[1]), Number(args.ElementAtOrDefault(3) ?? "1"));
await Task.WhenAny(Enumerable.Range(0, writers).Select(writer => WriteAsync(first + (writer * 100_000))));
return 1;

async Task WriteAsync(int from)
{
    for (var n = from; ; n++)
    {
        if (await editor.RunAsync(new ThreeStatusEvents(record.Negotiation.Slug, n), account, CancellationToken.None) is not SaveResult.Saved)
        {
            return;
        }

        Console.WriteLine(n);
    }
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
