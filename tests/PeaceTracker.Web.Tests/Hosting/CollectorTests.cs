using System.Text.Json;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>How the program that is built has its memory collected: a setting that is misspelt is no error anywhere.</summary>
public sealed class CollectorTests
{
    [Fact]
    public async Task RuntimeConfiguration_OfTheProgram_IsThatOfOneProcessAmongOthers()
    {
        await using var file = File.OpenRead(Path.ChangeExtension(ServerProcess.Program, ".runtimeconfig.json"));
        using var json = await JsonDocument.ParseAsync(file, default, TestContext.Current.CancellationToken);
        var set = json.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");

        Assert.False(set.GetProperty("System.GC.Server").GetBoolean());
        Assert.Equal(16 * 1024 * 1024, set.GetProperty("System.GC.Gen0MaxBudget").GetInt32());
    }
}
