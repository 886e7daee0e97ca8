using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>What a new Blazor program with interactive pages is before anything is written into it: what starting is held against.</summary>
internal static class EmptyTemplate
{
    /// <summary>Serves one page until it is ended.</summary>
    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateBuilder(["--urls", $"http://127.0.0.1:{port}"]);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        await using var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<EmptyPage>().AddInteractiveServerRenderMode();
        await app.RunAsync();
        return 0;
    }
}
