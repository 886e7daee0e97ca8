using Microsoft.Extensions.Configuration;
using PeaceTracker.Services.Data;
using PeaceTracker.Testing;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>Where settings, styles and the store are looked for.</summary>
public sealed class ProgramBuilderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ContentRoot_ProgramThatWasPublished_IsWhereItLies() =>
        Assert.Equal(folder.Path, ProgramBuilder.ContentRoot(folder.Path));

    [Fact]
    public void ContentRoot_ProgramInItsProject_IsTheProjectAsWithDotnetRun()
    {
        var output = Repository.PathOf("src", "PeaceTracker.Web", "bin", "Debug", "net10.0");

        Assert.Equal(Repository.PathOf("src", "PeaceTracker.Web"), ProgramBuilder.ContentRoot(output));
    }

    [Theory]
    [InlineData(null, null, "/srv/program/data")]
    [InlineData("board", null, "/srv/program/board")]
    [InlineData("/srv/board", null, "/srv/board")]
    [InlineData(null, "/var/lib/peacetracker", "/var/lib/peacetracker/data")]
    [InlineData("board", "/var/lib/peacetracker:/var/lib/other", "/var/lib/peacetracker/board")]
    [InlineData("/srv/board", "/var/lib/peacetracker", "/srv/board")]
    public void FolderOf_SettingAndStateDirectory_NeverCountsFromTheWorkingFolder(string? setting, string? state, string expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["PeaceTracker:DataDirectory"] = setting, ["STATE_DIRECTORY"] = state }).Build();

        Assert.Equal(expected, StoreSetup.FolderOf(configuration, "/srv/program"));
    }
}
