using System.Diagnostics;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What is published for one system is compiled beforehand. Where it is not, nothing fails but the start takes twice as long.</summary>
public sealed class PublishedProgramTests
{
    [Theory]
    [InlineData("UseCurrentRuntimeIdentifier=true")] // --use-current-runtime, as docs/operations.md says
    [InlineData("RuntimeIdentifier=linux-arm64")] // -r linux-arm64
    public async Task Publish_ForOneSystem_IsCompiledBeforehand(string system)
    {
        string[] asked = ["msbuild", Repository.PathOf("src", "PeaceTracker.Web"), "-getProperty:PublishReadyToRun", "-p:" + system];
        using var build = Process.Start(new ProcessStartInfo("dotnet", asked) { RedirectStandardOutput = true })!;

        var property = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("true", property.Trim());
    }
}
