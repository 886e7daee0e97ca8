using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Negotiations;

/// <summary>A negotiation is begun with a record that somebody brought, by the right to begin one.</summary>
[OnEveryDatabase]
public class BeginWithAFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AccountRole.Viewer, false)]
    [InlineData(AccountRole.Editor, false)]
    [InlineData(AccountRole.Manager, true)]
    [InlineData(AccountRole.Administrator, true)]
    public async Task Begin_ByRole_IsForManagers(AccountRole role, bool may)
    {
        await using var store = await TestStore.StartAsync();
        var id = await store.AddAccountAsync(role);

        var result = await store.Importer.BeginAsync(ValidRecord.Make(), id, Token);

        Assert.Equal(may, result is ImportResult.Added);
        Assert.Equal(may ? Publication.InPreparation : null, (await store.Boards.FindAsync("talks", Token))?.Negotiation.Publication);
    }

    [Fact]
    public async Task Begin_ASlugThatIsTakenOrNobody_MakesNothing()
    {
        await using var store = await TestStore.StartAsync(ValidRecord.Make());
        var id = await store.AddAccountAsync(AccountRole.Manager);

        Assert.IsType<ImportResult.SlugTaken>(await store.Importer.BeginAsync(ValidRecord.Make(), id, Token));
        Assert.IsType<ImportResult.NotAllowed>(await store.Importer.BeginAsync(ValidRecord.Make(), "nobody", Token));
        await store.ChangeAccountAsync(id, account => account.DisabledAt = RecordBuilder.At(2));
        Assert.IsType<ImportResult.NotAllowed>(await store.Importer.BeginAsync(ValidRecord.Make(), id, Token));
    }

    [Fact]
    public async Task Begin_ByAManager_IsAChangeOfThatAccount()
    {
        await using var store = await TestStore.StartAsync();
        var id = await store.AddAccountAsync(AccountRole.Manager, "Mara");

        await store.Importer.BeginAsync(ValidRecord.Make(), id, Token);

        await using var context = store.NewContext();
        var change = Assert.Single(context.Changes);
        Assert.Equal((id, "Mara", "negotiation-added"), (change.AccountId, change.RecordedBy, change.What));
    }
}
