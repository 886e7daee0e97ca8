using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PeaceTracker.Benchmarks.Load;
using PeaceTracker.Testing;
using PeaceTracker.Web.Components;

namespace PeaceTracker.Benchmarks;

/// <summary>What a page costs that nobody asked for before, rendered and packed, in the whole program without a network.</summary>
[MemoryDiagnoser]
[InProcess]
public class Pages
{
    private BenchStore _store = null!;
    private WebApplicationFactory<App> _program = null!;
    private HttpClient _client = null!;
    private int _number;

    /// <summary>How many issues the board has; twenty status events each.</summary>
    [Params(10, 200)]
    public int Issues { get; set; }

    /// <summary>The page; nothing for the summary.</summary>
    [Params("", "/issues", "/matrix", "/changes")]
    public string Page { get; set; } = "";

    /// <summary>Starts the program.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _store = await BenchStore.MakeAsync(BoardSize.All.Single(size => size.Issues == Issues), again: false);
        _program = new WebApplicationFactory<App>().WithWebHostBuilder(
            builder => builder.UseEnvironment("Production").UseSetting("PeaceTracker:DataDirectory", _store.Folder)
                .UseSetting("Serilog:MinimumLevel:Default", "Warning"));
        _client = _program.CreateClient();
        _client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
    }

    /// <summary>Ends it.</summary>
    [GlobalCleanup]
    public void End()
    {
        _client.Dispose();
        _program.Dispose();
        _store.Dispose();
    }

    /// <summary>The page, rendered and packed.</summary>
    [Benchmark]
    public async Task<int> RenderAsync() =>
        (await _client.GetByteArrayAsync(new Uri($"/negotiations/{BigRecord.Slug}{Page}?fresh={_number++}", UriKind.Relative))).Length;
}
