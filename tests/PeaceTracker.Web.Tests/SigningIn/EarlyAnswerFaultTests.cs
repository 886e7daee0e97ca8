using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>What goes wrong while somebody is to be answered early is told by the long way, and is no fault where nobody waits any more.</summary>
public sealed class EarlyAnswerFaultTests(EarlyAnswerFaultTests.FaultyHost host) : IClassFixture<EarlyAnswerFaultTests.FaultyHost>
{
    private const string Board = $"/negotiations/{SeedFile.RussiaUkraine}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Who it is was still said; what they did last was not.
    [Fact]
    public async Task Get_LineCutWhileSheIsToldWhatSheDid_GoesTheLongWay()
    {
        using var browser = await ReadyAsync();
        host.Contexts.FailAt(2);

        using var answer = await browser.Http.GetAsync(new Uri(Board, UriKind.Relative), Cancellation);

        Assert.True(host.Contexts.HasFailed);
        Assert.Equal((HttpStatusCode.OK, false), (answer.StatusCode, host.WasEarly));
        Assert.Contains(browser.Person.Name, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_BrowserThatHasGone_IsNoFault()
    {
        using var browser = await ReadyAsync();

        var http = await host.Server.SendAsync(request =>
        {
            request.Request.Path = Board;
            request.Request.Headers.Cookie = string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"));
            request.RequestAborted = new CancellationToken(canceled: true);
        }, Cancellation);

        Assert.Equal(StatusCodes.Status499ClientClosedRequest, http.Response.StatusCode);
    }

    // Where the session has ended it is looked for in vain: a stranger's page, which nobody had yet, is made.
    [Fact]
    public async Task Get_KeptPage_IsCountedOnceAndOnlyWhereItIsGiven()
    {
        var documents = host.Services.GetRequiredService<KeptDocuments>();
        using var browser = await ReadyAsync();
        var before = documents.Given;
        await browser.Http.GetAsync(new Uri(Board, UriKind.Relative), Cancellation);
        Assert.True(host.WasEarly);
        Assert.Equal(before + 1, documents.Given);
        await TestPeople.ChangeAsync(host.Folder, browser.Person.Id, account => account.DisabledAt = RecordBuilder.At(3), Cancellation);
        before++;

        await browser.Http.GetAsync(new Uri(Board, UriKind.Relative), Cancellation);

        Assert.False(host.WasEarly);
        Assert.Equal(before, documents.Given);
    }

    // Somebody whose next page comes early, after something was written: so the store is asked again.
    private async Task<SignedInClient> ReadyAsync()
    {
        var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        for (var i = 0; i < 2; i++)
        {
            await browser.Http.GetAsync(new Uri(Board, UriKind.Relative), Cancellation);
        }

        await TestPeople.AddAsync(host.Folder, AccountRole.Viewer, cancellationToken: Cancellation);
        return browser;
    }

    /// <summary>A host whose line to the store can be cut within a request.</summary>
    public sealed class FaultyHost : EarlyAnswerTests.EarlyHost
    {
        public CutContexts Contexts { get; private set; } = null!;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                var inner = services.Last(service => service.ServiceType == typeof(IDbContextFactory<TrackerContext>)).ImplementationType!;
                services.AddSingleton(inner);
                services.AddSingleton<IDbContextFactory<TrackerContext>>(provider => Contexts = new CutContexts(
                    (IDbContextFactory<TrackerContext>)provider.GetRequiredService(inner), provider.GetRequiredService<IHttpContextAccessor>()));
                services.AddSingleton(provider => new StoreLine(
                    new AwayDatabase(), TimeProvider.System, provider.GetRequiredService<ILogger<StoreLine>>()));
            });
        }
    }

    /// <summary>Contexts of which one within a request is not to be had, as where the line is cut.</summary>
    public sealed class CutContexts(IDbContextFactory<TrackerContext> inner, IHttpContextAccessor requests) : IDbContextFactory<TrackerContext>
    {
        private int _left;

        public bool HasFailed { get; private set; }

        public void FailAt(int number) => (_left, HasFailed) = (number, false);

        public TrackerContext CreateDbContext()
        {
            if (requests.HttpContext is not null && _left > 0 && --_left == 0)
            {
                HasFailed = true;
                throw new TimeoutException("The line is cut.");
            }

            return inner.CreateDbContext();
        }
    }

    private sealed class AwayDatabase : StoreDatabase
    {
        internal override bool IsAway(Exception fault) => fault is TimeoutException;

        internal override Task StartAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        internal override void Release()
        {
        }

        internal override TrackerContext NewContext(params IInterceptor[] interceptors) => throw new NotSupportedException();

        internal override Task<StoredData> OpenStoredAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        internal override Task<DatabaseState> DescribeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
