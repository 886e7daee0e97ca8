using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>
/// The limit that the program is held against: a server that does nothing but write bytes it was given. It takes a file at <c>/take?PATH</c>, head
/// and body as they were received from the program, and then answers with them at <c>/</c>, and with 304 at <c>/304</c>.
/// </summary>
internal static class BareKestrel
{
    /// <summary>Serves until it is ended.</summary>
    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            options => options.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture)));
        builder.Services.AddSingleton<Answer>();
        await using var app = builder.Build();
        var answer = app.Services.GetRequiredService<Answer>();
        app.Run(http => http.Request.Path.Value switch
        {
            "/take" => answer.TakeAsync(Uri.UnescapeDataString(http.Request.QueryString.Value![1..])),
            "/304" => answer.NotModifiedAsync(http),
            _ => answer.WriteAsync(http),
        });
        await app.RunAsync();
        return 0;
    }

    private sealed class Answer
    {
        // Of these the server writes its own.
        private static readonly string[] Own = ["Date", "Server", "Content-Length", "Transfer-Encoding", "Age"];

        private KeyValuePair<string, string>[] _headers = [];
        private byte[] _body = [];

        public async Task TakeAsync(string path)
        {
            _headers =
            [
                .. (await File.ReadAllLinesAsync(path + ".head")).Skip(1).Select(line => line.Split(':', 2))
                    .Where(parts => parts.Length == 2 && !Own.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
                    .Select(parts => KeyValuePair.Create(parts[0], parts[1].Trim())),
            ];
            _body = await File.ReadAllBytesAsync(path + ".body");
        }

        public async Task WriteAsync(HttpContext http)
        {
            Say(http);
            http.Response.ContentLength = _body.Length;
            await http.Response.Body.WriteAsync(_body);
        }

        public Task NotModifiedAsync(HttpContext http)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            Say(http);
            return Task.CompletedTask;
        }

        private void Say(HttpContext http)
        {
            foreach (var (name, value) in _headers)
            {
                http.Response.Headers[name] = value;
            }
        }
    }
}
