using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>The description is complete enough that a client made from it, by a generator that knows nothing of us, works.</summary>
public sealed class GeneratedClientTests(GeneratedClientTests.Host host) : IClassFixture<GeneratedClientTests.Host>
{
    private static readonly SemaphoreSlim Making = new(1, 1);
    private static Assembly? made;

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

    [Fact]
    public async Task Client_MadeFromTheDescription_RecordsASourceAndAnOutcome()
    {
        _ = host.Client;
        var assembly = await CompiledAsync();
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            await TestAccounts.AddTokenAsync(
                host.Services, await TestAccounts.AddAccountAsync(host.Services, AccountRole.Editor), TokenScope.Write));
        var client = Activator.CreateInstance(assembly.GetType("Generated.Client")!, http)!;
        var source = Make(assembly, "NewSource", ApiExamples.Of("addSource")!);
        var outcome = Make(assembly, "OutcomeForm", ApiExamples.Of("recordOutcome")!);

        var dry = await CallAsync(client, "AddSourceAsync", SeedFile.Example, ("dryRun", true), ("body", source));
        var added = await CallAsync(client, "AddSourceAsync", SeedFile.Example, ("idempotency_Key", "generated"), ("body", source));
        var again = await CallAsync(client, "AddSourceAsync", SeedFile.Example, ("idempotency_Key", "generated"), ("body", source));
        var recorded = await CallAsync(client, "RecordOutcomeAsync", SeedFile.Example, ("body", outcome));

        Assert.Null(dry.GetType().GetProperty("Change")!.GetValue(dry));
        Assert.Equal(3L, Get(added, "Change")); // the two negotiations came with the first two changes
        Assert.Equal(3L, Get(again, "Change"));
        Assert.Equal((4L, "Published"), (Get(recorded, "Change"), $"{Get(recorded, "State")}"));
        var key = (string)Get(((System.Collections.IEnumerable)Get(added, "Rows")).Cast<object>().First(), "Key");
        var read = await CallAsync(client, "GetSourceAsync", SeedFile.Example, ("key", key));
        Assert.Equal(Get(source, "Headline"), Get(read, "Headline"));
        var taken = await CallAsync(client, "GetOutcomeAsync", SeedFile.Example, ("id", Get(recorded, "Outcome")));
        Assert.Equal(4L, Get(taken, "Change"));
        var changes = await CallAsync(client, "ListChangesAsync", SeedFile.Example, ("after", "3"), ("row", 1));
        var rest = Assert.Single(((System.Collections.IEnumerable)Get(changes, "Items")).Cast<object>());
        Assert.Equal((4L, 1, false), (Get(rest, "Number"), Get(rest, "RowsBefore"), Get(rest, "MoreRows")));
    }

    private async Task<Assembly> CompiledAsync()
    {
        await Making.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return made ??= await CompileAsync();
        }
        finally
        {
            Making.Release();
        }
    }

    // A value of a type of the client, from JSON.
    private static object Make(Assembly assembly, string type, System.Text.Json.Nodes.JsonNode json) =>
        Newtonsoft.Json.JsonConvert.DeserializeObject(json.ToJsonString(), assembly.GetType("Generated." + type)!)!;

    private async Task<Assembly> CompileAsync()
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

    // Every parameter that is not given is left out.
    private static async Task<object> CallAsync(object client, string method, string slug, params (string Name, object Value)[] given)
    {
        var call = client.GetType().GetMethods().Where(m => m.Name == method).MinBy(m => m.GetParameters().Length)!;
        var task = (Task)call.Invoke(client, [slug, .. call.GetParameters().Skip(1).Select(p => given.FirstOrDefault(g => g.Name == p.Name).Value)])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private static object Get(object of, params string[] path) =>
        path.Aggregate(of, (value, name) => value.GetType().GetProperty(name)!.GetValue(value)!);

    public sealed class Host : TrackerHost
    {
        public Host() => WithExample = true;
    }
}
