using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

// Saves outcomes of three status events each in the data folder of the first argument, numbered from the second on, and prints the number of
// each save after it was acknowledged. It goes on until it is killed.
await using var services = TestStore.Provide(new StoreOptions { DataDirectory = args[0] });
var record = ThreeStatusEvents.EmptyBoard();
await TestStore.StartAsync(services, record);
var account = await TestAccounts.AddAccountAsync(services, AccountRole.Editor);
var editor = services.GetRequiredService<BoardEditor>();
Console.WriteLine("started");
for (var n = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture); ; n++)
{
    if (await editor.RunAsync(new ThreeStatusEvents(record.Negotiation.Slug, n), account, CancellationToken.None) is not SaveResult.Saved)
    {
        return 1;
    }

    Console.WriteLine(n);
}
