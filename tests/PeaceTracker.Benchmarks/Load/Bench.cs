using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>The program with a board of one size, a bare server beside it, and what was found out about both on the way.</summary>
internal sealed partial class Bench : IAsyncDisposable
{
    private readonly Dictionary<string, double> _known = [];
    private int _number;

    /// <summary>The store that the program works on.</summary>
    public required BenchStore Store { get; init; }

    /// <summary>The size of its board.</summary>
    public required BoardSize Size { get; init; }

    /// <summary>The program.</summary>
    public required RunningServer Program { get; init; }

    /// <summary>The limit.</summary>
    public required RunningServer Bare { get; init; }

    /// <summary>How long each measurement goes on.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The board's summary.</summary>
    public static string Summary => $"/negotiations/{BigRecord.Slug}";

    /// <summary>A number that was not given before.</summary>
    public int Next() => Interlocked.Increment(ref _number);

    /// <summary>Where the published program lies.</summary>
    public required string Published { get; init; }

    /// <summary>Starts both; on a store that was made before, if it may be.</summary>
    public static async Task<Bench> StartAsync(BoardSize size, string published, int port, TimeSpan time, bool again)
    {
        var store = await BenchStore.MakeAsync(size, again);
        var bare = await RunningServer.StartAsync(port + 1, "/", [typeof(Bench).Assembly.Location, "bare", $"{port + 1}"]);
        await bare.DriveAsync(_ => Line.Request("/"), TimeSpan.FromSeconds(4)); // until the compiler has done its best
        return new Bench
        {
            Store = store,
            Size = size,
            Time = time,
            Published = published,
            Bare = bare,
            Program = await StartProgramAsync(published, store.Folder, port),
        };
    }

    /// <summary>The program as it is published, with nothing added but <see cref="Control"/>.</summary>
    public static Task<RunningServer> StartProgramAsync(string published, string folder, int port) => RunningServer.StartAsync(
        port, "/", [Path.Combine(published, "PeaceTracker.Web.dll"), "--urls", $"http://127.0.0.1:{port}"],
        new()
        {
            ["PeaceTracker__DataDirectory"] = folder,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = "PeaceTracker.Benchmarks",
            ["DOTNET_STARTUP_HOOKS"] = typeof(Bench).Assembly.Location,
        });

    /// <summary>What was found out under a name, or is found out now.</summary>
    public async Task<double> OnceAsync(string name, Func<Task<double>> find) =>
        _known.TryGetValue(name, out var known) ? known : _known[name] = await find();

    /// <summary>Drives program and bare server in turn, twice each, after both were warmed.</summary>
    public async Task<(Measured Program, Measured Bare)> InTurnAsync(byte[] asked, string bareAddress, int expected)
    {
        // Until the compiler has done its best with both.
        await Program.DriveAsync(_ => asked, Time * 5, most: 40_000, expected: expected);
        await Bare.DriveAsync(_ => Line.Request(bareAddress), Time, expected: expected);
        Measured? program = null, bare = null;
        for (var turn = 0; turn < 2; turn++)
        {
            var one = await Bare.DriveAsync(_ => Line.Request(bareAddress), Time / 2, expected: expected);
            var other = await Program.DriveAsync(_ => asked, Time / 2, expected: expected);
            (bare, program) = (bare?.And(one) ?? one, program?.And(other) ?? other);
        }

        return (program!, bare!);
    }

    /// <summary>Gives the bare server an answer of the program to write.</summary>
    public async Task GiveAsync(Answer answer)
    {
        var path = Path.Combine(Store.Folder, "bare");
        await File.WriteAllTextAsync(path + ".head", answer.Head);
        await File.WriteAllBytesAsync(path + ".body", answer.Body);
        await Bare.AskAsync("/take?" + Uri.EscapeDataString(path));
    }

    /// <summary>Signs somebody in; returns the header with which that person goes on.</summary>
    public async Task<string> SignInAsync(TestPerson person)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{Program.Port}") };
        var form = SignInForm().Match(await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative))).Value;
        var hidden = Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var content = new FormUrlEncodedContent(
            [.. hidden, new("Email", person.Email), new("Password", TestPerson.Password)]);
        var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? $"Cookie: {handler.CookieContainer.GetCookieHeader(client.BaseAddress!)}\r\n"
            : throw new InvalidOperationException($"Nobody could sign in: {answer.StatusCode}.");
    }

    /// <summary>Saves five status events; returns the number of the change.</summary>
    public async Task<long> SaveAsync()
    {
        var answer = await Program.AskAsync($"/bench/save?slug={BigRecord.Slug}&account={Store.Editor.Id}&number={Next()}");
        var text = System.Text.Encoding.UTF8.GetString(answer.Body);
        return answer.Status == 200 ? long.Parse(text, CultureInfo.InvariantCulture) : throw new InvalidOperationException(text);
    }

    /// <summary>The managed memory of the program after all that is not needed was let go, in KB.</summary>
    public async Task<double> HeldAsync() => double.Parse(
        System.Text.Encoding.UTF8.GetString((await Program.AskAsync("/bench/memory")).Body), CultureInfo.InvariantCulture) / 1024;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await Bare.DisposeAsync();
        Store.Dispose();
    }

    [GeneratedRegex("<form(?:(?!</form>).)*name=\"Password\"(?:(?!</form>).)*</form>", RegexOptions.Singleline)]
    private static partial Regex SignInForm();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
