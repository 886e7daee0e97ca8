using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Tests.Shared;

/// <summary>What the shared components need to be rendered alone: words, and a clock that stands on 23 November 2026.</summary>
public abstract class ComponentTests : BunitContext
{
    protected ComponentTests()
    {
        Services.AddLogging();
        Services.AddWords();
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddSingleton<TimeProvider>(new StandingClock());
    }

    protected void GoTo(string address) => Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    }
}
