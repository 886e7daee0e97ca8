using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Services.Data.Sqlite;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;
using PeaceTracker.Web.Tests.SigningIn;

namespace PeaceTracker.Web.Tests.Administration;

/// <summary>Two people with the code from the log at one moment: one becomes the administrator, the other finds the door closed.</summary>
public class SetupAtOnceTests
{
    [Fact]
    public async Task Setup_TwoSubmitsAtOnce_MakeOneAdministrator()
    {
        await using var host = new TrackerHost();
        var code = SetupTests.CodeOf(host);
        using var one = new FormClient(host);
        using var other = new FormClient(host);
        var first = (await one.GetAsync("/account/setup")).Document;
        var second = (await other.GetAsync("/account/setup")).Document;

        var answers = await Task.WhenAll(
            one.SubmitAsync(first, "/account/setup", "setup", SetupTests.Fields(code, "ada@example.org")),
            other.SubmitAsync(second, "/account/setup", "setup", SetupTests.Fields(code, "eve@example.org")));

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Gone], answers.Select(a => a.Answer.StatusCode).Order());
        Assert.Single(await SetupTests.AdministratorsAsync(host));
    }

    // The one looked whether the door is open and found it so; before they look at the code, the other is through.
    [Fact]
    public async Task Setup_AnotherIsThroughMeanwhile_IsToldThatItIsClosed()
    {
        var look = new HeldLook();
        await using var host = new HostWithLook(look);
        var code = SetupTests.CodeOf(host);
        using var one = new FormClient(host);
        using var other = new FormClient(host);
        var first = (await one.GetAsync("/account/setup")).Document;
        var second = (await other.GetAsync("/account/setup")).Document;
        look.HoldNext();

        var late = one.SubmitAsync(first, "/account/setup", "setup", SetupTests.Fields(code, "ada@example.org"));
        await look.Held.WaitAsync(TestStore.ProcessLimit, TestContext.Current.CancellationToken);
        var (through, _) = await other.SubmitAsync(second, "/account/setup", "setup", SetupTests.Fields(code, "eve@example.org"));
        look.Release();
        var (answer, _) = await late;

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Gone), (through.StatusCode, answer.StatusCode));
        Assert.Equal(["eve@example.org"], await SetupTests.AdministratorsAsync(host));
    }

    private sealed class HostWithLook(HeldLook look) : TrackerHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteTrackerContext>(options => options.AddInterceptors(look)));
        }
    }

    // Holds one answer of the store to the question whether there is an administrator.
    private sealed class HeldLook : DbCommandInterceptor
    {
        private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int isNext;

        public Task Held => held.Task;

        public void HoldNext() => Volatile.Write(ref isNext, 1);

        public void Release() => released.SetResult();

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("\"Role\" = ", StringComparison.Ordinal) && Interlocked.Exchange(ref isNext, 0) == 1)
            {
                held.SetResult();
                await released.Task.WaitAsync(TestStore.ProcessLimit, cancellationToken);
            }

            return result;
        }
    }
}
