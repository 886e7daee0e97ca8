using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Comments;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Import;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Editing;

/// <summary>What pages and fields that are alive need: words, a clock, the component library, a store where asked for, and somebody signed
/// in.</summary>
public abstract class EditingTests : ComponentTests, IAsyncLifetime
{
    public const string AccountId = "account-1";

    private TestStore? _store;
    private bool _alive;

    protected EditingTests()
    {
        // The limit of a wait for a condition, not a wait: a busy machine may need it.
        DefaultWaitTimeout = TimeSpan.FromSeconds(90);
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddScoped<Notices>();
        Services.AddSingleton<ChangeBus>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Account = AddAuthorization();
    }

    /// <summary>Who is signed in; nobody until <see cref="SignIn"/>.</summary>
    protected BunitAuthorizationContext Account { get; }

    /// <summary>The account that is signed in.</summary>
    protected string WhoIsIn { get; private set; } = "";

    /// <summary>Says that the store has moved.</summary>
    protected ChangeBus Changes => Services.GetRequiredService<ChangeBus>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Renders a component as a page that is alive does. Services can be added until the first one.</summary>
    protected new IRenderedComponent<T> Render<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null) where T : IComponent
    {
        if (!_alive)
        {
            _alive = true;
            SetRendererInfo(new("Server", isInteractive: true));
        }

        return base.Render(parameters);
    }

    /// <summary>A store with a record, from which pages read, with further services where a test needs some.</summary>
    protected async Task<TestStore> WithStoreAsync(NegotiationRecord record, Action<IServiceCollection>? configure = null)
    {
        _store = await TestStore.StartAsync(record, configure);
        Services.AddSingleton(_store.Services.GetRequiredService<BoardReader>());
        Services.AddSingleton(_store.Services.GetRequiredService<FormKeeper>());
        return _store;
    }

    /// <summary>A store with a record, which the editor who is signed in may change.</summary>
    protected async Task<TestStore> WithEditorAsync(NegotiationRecord record, AccountRole role = AccountRole.Editor)
    {
        var store = await WithStoreAsync(record);
        Services.AddSingleton(store.Services.GetRequiredService<BoardEditor>());
        Services.AddSingleton(store.Services.GetRequiredService<ChangeBus>());
        Services.AddSingleton(store.Services.GetRequiredService<OwnChanges>());
        Services.AddSingleton(store.Services.GetRequiredService<Reversals>());
        Services.AddSingleton(store.Services.GetRequiredService<RowHistory>());
        Services.AddSingleton(store.Services.GetRequiredService<ToDoReader>());
        Services.AddSingleton(store.Services.GetRequiredService<CommentDesk>());
        Services.AddSingleton(store.Services.GetRequiredService<OutcomeDesk>());
        Services.AddSingleton(store.Services.GetRequiredService<ImportDesk>());
        Services.AddSingleton(store.Importer);
        SignIn(role.ToString(), await store.AddAccountAsync(role));
        return store;
    }

    /// <summary>Presses the form's button and waits until the attempt is over.</summary>
    protected static async Task SaveAsync(IRenderedComponent<IComponent> page)
    {
        await page.InvokeAsync(() => page.Find("[data-save]").ClickAsync(new()));
        page.WaitForState(() => page.Find("[data-save]").GetAttribute("aria-disabled") is null);
    }

    /// <summary>Waits until a page that is alive shows what it has.</summary>
    protected static IRenderedComponent<T> Opened<T>(IRenderedComponent<T> page) where T : WorkPage
    {
        page.WaitForState(() => page.Instance.State != WorkState.Loading && page.FindAll(".opening").Count == 0);
        return page;
    }

    /// <summary>Signs in with a role.</summary>
    protected void SignIn(string role = "Editor", string id = AccountId)
    {
        WhoIsIn = id;
        Account.SetAuthorized("Mara Editor");
        Account.SetRoles(role);
        Account.SetClaims(new Claim(ClaimTypes.NameIdentifier, id));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }
}
