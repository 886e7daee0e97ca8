using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>The description is complete enough that a client made from it, by a generator that knows nothing of us, works.</summary>
public sealed class GeneratedClientTests(BothBoards host)
{
    [Fact]
    public async Task Client_MadeFromTheDescription_ReadsTheBoard()
    {
        var client = Activator.CreateInstance((await CompiledAsync()).GetType("Generated.Client")!, host.Client)!;

        var summary = await CallAsync(client, "GetSummaryAsync", SeedFile.RussiaUkraine);
        var agreed = Get(summary, "Shares", "Agreed");
        Assert.Equal((0, 5, 10), (Get(agreed, "Met"), Get(agreed, "Unknown"), Get(agreed, "Total")));
        Assert.Equal(50.0, Get(agreed, "HighPercent"));

        var events = (System.Collections.ICollection)Get(await CallAsync(client, "ListStatusEventsAsync", SeedFile.RussiaUkraine), "Items");
        Assert.Equal(13, events.Count); // seeds/russia-ukraine-2025.json has thirteen
        Assert.All(events.Cast<object>(), e => Assert.NotEmpty((string)Get(e, "Rationale")));
    }

    private async Task<Assembly> CompiledAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var document = await OpenApiDocument.FromJsonAsync(
            await host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), cancellation), cancellation);
        var code = new CSharpClientGenerator(document, new CSharpClientGeneratorSettings
        {
            ClassName = "Client",
            UseBaseUrl = false,
            GenerateClientInterfaces = false,
            // Its other library can’t read the words of scales, which have hyphens.
            CSharpGeneratorSettings = { Namespace = "Generated", JsonLibrary = CSharpJsonLibrary.NewtonsoftJson },
        }).GenerateFile();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Generated", [CSharpSyntaxTree.ParseText(code, cancellationToken: cancellation)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: cancellation);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        return new AssemblyLoadContext("Generated", isCollectible: true).LoadFromStream(image);
    }

    // Every parameter but the negotiation is left out.
    private static async Task<object> CallAsync(object client, string method, string slug)
    {
        var call = client.GetType().GetMethods().Where(m => m.Name == method).MinBy(m => m.GetParameters().Length)!;
        var task = (Task)call.Invoke(client, [slug, .. call.GetParameters().Skip(1).Select(_ => (object?)null)])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private static object Get(object of, params string[] path) =>
        path.Aggregate(of, (value, name) => value.GetType().GetProperty(name)!.GetValue(value)!);
}
