using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Editing;

/// <summary>What is typed and not saved yet, in a real store.</summary>
[OnEveryDatabase]
public sealed class FormKeeperTests : IAsyncLifetime
{
    private static readonly NegotiationRecord Record = new RecordBuilder().Issues(1, Level.Disputed).Build();
    private static readonly Source There = Record.Sources[0];
    private static readonly FormPlace New = new("/negotiations/talks/edit/sources/new", "Add a source", RecordBuilder.Slug);

    private readonly MovableClock _clock = new();
    private TestStore _store = null!;
    private string _mara = "";
    private string _ann = "";

    private FormKeeper Keeper => _store.Services.GetRequiredService<FormKeeper>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await TestStore.StartAsync(Record, services => services.AddSingleton<TimeProvider>(_clock));
        (_mara, _ann) = (await _store.AddAccountAsync(AccountRole.Editor, "Mara"), await _store.AddAccountAsync(AccountRole.Manager, "Ann"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Keep_Twice_GivesBackTheLastAndSaysWhen()
    {
        Assert.Equal(1, await KeptAsync("first", 0));
        _clock.Advance(TimeSpan.FromMinutes(1));
        var before = _clock.GetUtcNow().UtcDateTime;
        Assert.Equal(2, await KeptAsync("second", 1));

        var kept = (await FindAsync(_mara))!;
        Assert.Equal(("second", "Add a source"), (kept.Typed, kept.Title));
        Assert.InRange(kept.KeptAt, before, _clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Find_ByAnybodyElse_FindsNothing()
    {
        await KeptAsync("mine", 0);

        Assert.Null(await FindAsync(_ann));
        Assert.Null(await FindAsync(""));
        Assert.Empty(await Keeper.ListAsync(_ann, RecordBuilder.Slug, Cancellation));
        await Keeper.DropAsync(_ann, New.Address, Cancellation);
        Assert.Equal("mine", (await FindAsync(_mara))?.Typed);
    }

    [Fact]
    public async Task Keep_ByNobody_KeepsNothing()
    {
        Assert.IsType<FormKeep.NotAllowed>(await Keeper.KeepAsync("", New, "typed", 0, Cancellation));
        Assert.IsType<FormKeep.NotAllowed>(await Keeper.KeepAsync("no-such-account", New, "typed", 0, Cancellation));
        Assert.Equal(0L, await _store.ScalarAsync("SELECT COUNT(*) FROM \"KeptForms\""));
    }

    // Two windows on one form: the second is told, and takes over only where it is told to.
    [Fact]
    public async Task Keep_FromAnotherWindow_OverwritesNothingUnasked()
    {
        await KeptAsync("first window", 0);

        Assert.Equal(new FormKeep.ElsewhereToo(1), await Keeper.KeepAsync(_mara, New, "second window", 0, Cancellation));
        Assert.Equal("first window", (await FindAsync(_mara))!.Typed);

        Assert.Equal(new FormKeep.Kept(2), await Keeper.KeepAsync(_mara, New, "second window", null, Cancellation));
        Assert.Equal(new FormKeep.ElsewhereToo(2), await Keeper.KeepAsync(_mara, New, "first window again", 1, Cancellation));
    }

    [Fact]
    public async Task List_OfANegotiation_HasItsFormsNewestFirst()
    {
        await KeptAsync("a", 0);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Keeper.KeepAsync(_mara, new("/negotiations/talks/edit/parties/new", "Add a party", RecordBuilder.Slug), "b", 0, Cancellation);
        await Keeper.KeepAsync(_mara, new("/new-negotiation", "Begin a negotiation", null), "c", 0, Cancellation);

        Assert.Equal(
            ["Add a party", "Add a source"], (await Keeper.ListAsync(_mara, RecordBuilder.Slug, Cancellation)).Select(form => form.Title));
        Assert.Equal(["Begin a negotiation"], (await Keeper.ListAsync(_mara, null, Cancellation)).Select(form => form.Title));
    }

    [Fact]
    public async Task Keep_LongAgo_IsGone()
    {
        await KeptAsync("old", 0);
        _clock.Advance(FormKeeper.Lifetime - TimeSpan.FromHours(1)); // the clock runs on
        Assert.NotNull(await FindAsync(_mara));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await FindAsync(_mara));
        Assert.Empty(await Keeper.ListAsync(_mara, RecordBuilder.Slug, Cancellation));

        await Keeper.KeepAsync(_ann, New, "hers", 0, Cancellation);
        Assert.Equal(1L, await _store.ScalarAsync("SELECT COUNT(*) FROM \"KeptForms\""));
    }

    [Theory]
    [InlineData("Another headline", 0)]
    [InlineData(" ", 1)] // refused: it stays
    public async Task Save_OfTheForm_TakesWhatWasKeptAlong(string headline, long left)
    {
        await KeptAsync("typed", 0);
        await Keeper.KeepAsync(_ann, New, "hers", 0, Cancellation);

        await _store.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditRow<Source>(RecordBuilder.Slug, There, There with { Headline = headline }) { TypedAt = New.Address }, _mara, Cancellation);

        Assert.Equal(left, await _store.ScalarAsync($"SELECT COUNT(*) FROM \"KeptForms\" WHERE \"AccountId\" = '{_mara}'"));
        Assert.Equal("hers", (await FindAsync(_ann))?.Typed);
    }

    // It is no part of what is checked, and none of what anybody else may read.
    [Fact]
    public async Task Keep_Something_IsInNoChangeAndNoAudit()
    {
        await using var before = _store.NewContext();
        var (changes, events) = (await before.Changes.CountAsync(Cancellation), await before.SecurityEvents.CountAsync(Cancellation));

        await KeptAsync("a secret plan", 0);
        await Keeper.DropAsync(_mara, New.Address, Cancellation);

        await using var after = _store.NewContext();
        Assert.Equal((changes, events), (await after.Changes.CountAsync(Cancellation), await after.SecurityEvents.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Keep_OfAnAccountThatIsErased_GoesWithIt()
    {
        await KeptAsync("typed", 0);

        await using var context = _store.NewContext();
        await context.Accounts.Where(account => account.Id == _mara).ExecuteDeleteAsync(Cancellation);

        Assert.Equal(0L, await _store.ScalarAsync("SELECT COUNT(*) FROM \"KeptForms\""));
    }

    private Task<KeptForm?> FindAsync(string account) => Keeper.FindAsync(account, New.Address, Cancellation);

    private async Task<int> KeptAsync(string typed, int version) =>
        Assert.IsType<FormKeep.Kept>(await Keeper.KeepAsync(_mara, New, typed, version, Cancellation)).Version;
}
