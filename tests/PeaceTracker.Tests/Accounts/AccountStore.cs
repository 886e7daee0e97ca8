using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Accounts;

/// <summary>A store with accounts, on a clock that a test sets.</summary>
internal sealed class AccountStore : IAsyncDisposable
{
    private AccountStore(TestStore store, FakeTimeProvider clock) => (Store, Clock) = (store, clock);

    public TestStore Store { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<AccountStore> StartAsync(params (string Name, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var store = await TestStore.StartAsync(configure: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddLogging();
            services.AddPeaceTrackerAccounts(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
        });
        return new AccountStore(store, clock);
    }

    public T Get<T>() where T : notnull => Store.Services.GetRequiredService<T>();

    /// <summary>Adds somebody and says who they are when they ask for something.</summary>
    public async Task<Actor> AddAsync(AccountRole role, string? name = null) => new(await Store.AddAccountAsync(role, name), "192.0.2.1");

    public async Task<Account> AccountAsync(string id)
    {
        await using var context = Store.NewContext();
        return await context.Accounts.AsNoTracking().SingleAsync(account => account.Id == id);
    }

    public async Task<IReadOnlyList<SecurityEvent>> EventsAsync()
    {
        await using var context = Store.NewContext();
        return await context.SecurityEvents.AsNoTracking().Include(row => row.Trace).OrderBy(row => row.Number).ToListAsync();
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
