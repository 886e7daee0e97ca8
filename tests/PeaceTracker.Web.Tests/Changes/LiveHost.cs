using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Changes;

/// <summary>The program with a clock that a test moves.</summary>
internal sealed class LiveHost : TrackerHost
{
    public LiveHost() => WithExample = true;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));

    protected override bool BeginsWithNothing => true;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }
}
