using System.Globalization;
using System.Text.RegularExpressions;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>One thing that is measured.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="What">What it is.</param>
/// <param name="Bar">What it should reach.</param>
/// <param name="Measure">Measures it and says what came out.</param>
internal sealed record Case(string Name, string What, string Bar, Func<Bench, Task<string>> Measure)
{
    /// <summary>All of them, in the order in which they are measured.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        new("kept", "kept summary, anonymous", "≥ 0.8 of bare Kestrel", b => KeptAsync(b, "")),
        new("not-modified", "answered 304", "≥ 0.9 of bare Kestrel", NotModifiedAsync),
        new("reader", "the same, signed in as a reader", "≥ 0.4 of bare Kestrel", async b => await KeptAsync(b, await b.SignInAsync(b.Store.Reader))),
        new("editor", "the same, signed in as an editor", "≥ 0.4 of bare Kestrel",
            async b => await KeptAsync(b, await b.SignInAsync(b.Store.Editor))),
        new("rendering", "the summary rendered and compressed", "≤ 40 × bare Kestrel, small", RenderingAsync),
        new("after-save", "the first reader after a save", "≤ 2 × a warm rendering", AfterSaveAsync),
        new("dates", "a date not asked for before", "≤ 3 × a warm rendering", DatesAsync),
        new("news-day", "news day: 95% summary, 5% others, a save each second", "", NewsDayAsync),
        new("pages", "the largest page, of HTML", "≤ 200 KB", PagesAsync),
        new("visit", "first visit to the summary, transferred; again", "≤ 120 KB; ≤ 2 KB", VisitAsync),
        new("told", "a save, until the last of 5,000 readers has its number", "≤ 1 s", Streams.ToldAsync),
        new("memory", "memory after 64 dates were looked at", "≤ 600 MB", MemoryAsync),
        new("forms", "an editor's open outcome form, of memory", "≤ 1 MB", OpenForms.HeldAsync),
        new("start", "start to the first page, against an empty Blazor template", "≤ 2 ×", StartAsync),
        new("loading", "loading the board, against reading its rows", "≤ 3 ×", LoadingAsync),
        new("importing", "`import FILE`, a row; growth", "≤ 60 µs; ≤ 400 MB", ImportingAsync),
        new("importing-table", "`import TABLE --into BOARD`, a row; growth", "≤ 400 MB", b => ImportedTable.MeasureAsync(b.Published, b.Size)),
        new("downloads", "files in MB: growth of the program in MB while each is downloaded", "not that of the file", Downloads.MeasureAsync),
    ];

    private static string N(double number) => number.ToString(number < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private static string S(FormattableString text) => FormattableString.Invariant(text);

    private static async Task<string> KeptAsync(Bench b, string cookie)
    {
        var address = Bench.Summary;
        for (var i = 0; i < 3; i++)
        {
            await b.Program.AskAsync(address, cookie);
        }

        var answer = await b.Program.AskAsync(address, cookie);
        await b.GiveAsync(answer);
        var (program, bare) = await b.InTurnAsync(Line.Request(address, cookie), "/", 200);
        return S($"{N(bare.Cost / program.Cost)} ({N(program.Cost)} µs, bare {N(bare.Cost)} µs; p99 {N(program.At(0.99))} ms)");
    }

    private static async Task<string> NotModifiedAsync(Bench b)
    {
        await b.Program.AskAsync(Bench.Summary);
        var answer = await b.Program.AskAsync(Bench.Summary);
        var request = Line.Request(Bench.Summary, $"If-None-Match: {answer.Header("ETag")}\r\n");
        await b.GiveAsync((await b.Program.AskAsync(Bench.Summary, $"If-None-Match: {answer.Header("ETag")}\r\n")) with { Body = [] });
        var (program, bare) = await b.InTurnAsync(request, "/304", 304);
        return S($"{N(bare.Cost / program.Cost)} ({N(program.Cost)} µs, bare {N(bare.Cost)} µs)");
    }

    // A name that nobody knows makes it a page that is not kept.
    private static Task<double> WarmAsync(Bench b) => b.OnceAsync("warm", async () =>
    {
        byte[] Fresh(int _) => Line.Request($"{Bench.Summary}?fresh={b.Next()}");
        // Long enough for the compiler to have done its best.
        await b.Program.DriveAsync(Fresh, b.Time * 5, lines: 4, most: 1500);
        return (await b.Program.DriveAsync(Fresh, b.Time, lines: 2)).Cost;
    });

    private static async Task<string> RenderingAsync(Bench b)
    {
        var warm = await WarmAsync(b);
        await b.GiveAsync(await b.Program.AskAsync(Bench.Summary));
        await b.Bare.DriveAsync(_ => Line.Request("/"), b.Time / 2);
        var bare = (await b.Bare.DriveAsync(_ => Line.Request("/"), b.Time / 2)).Cost;
        return S($"{N(warm / bare)} × ({N(warm / 1000)} ms)");
    }

    private static async Task<string> AfterSaveAsync(Bench b)
    {
        var warm = await WarmAsync(b);
        var (cost, slowest, times) = (TimeSpan.Zero, 0.0, b.Size.Issues > 1000 ? 4 : 40);
        for (var i = 0; i < times; i++)
        {
            await b.SaveAsync();
            var first = await b.Program.DriveAsync(_ => Line.Request(Bench.Summary), TimeSpan.FromMinutes(1), lines: 1, most: 1);
            (cost, slowest) = (cost + first.Processor, Math.Max(slowest, first.At(1)));
        }

        var each = cost.TotalMicroseconds / times;
        return S($"{N(each / warm)} × ({N(each / 1000)} ms; longest wait {N(slowest)} ms)");
    }

    private static byte[] OfDay(int day) => Line.Request($"{Bench.Summary}?asOf={new DateOnly(2023, 1, 10).AddDays(day):yyyy-MM-dd}");

    private static async Task<string> DatesAsync(Bench b)
    {
        var warm = await WarmAsync(b);
        // Drawing a date is code of its own: until the compiler has done its best, as everywhere; on days that are far from those below.
        await b.Program.DriveAsync(number => OfDay(700 + number), b.Time * 5, lines: 2, most: 500);
        var days = await b.Program.DriveAsync(number => OfDay(number * 11), TimeSpan.FromMinutes(1), lines: 1, most: b.Size.Issues > 1000 ? 12 : 60);
        return S($"{N(days.Cost / warm)} × ({N(days.Cost / 1000)} ms)");
    }

    private static async Task<string> NewsDayAsync(Bench b)
    {
        string[] others = ["/issues", "/matrix", "/pairs", "/parties", "/changes", "/sources", "/method", "/claims"];
        using var over = new CancellationTokenSource();
        var saves = 0;
        var saving = Task.Run(async () =>
        {
            using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
            do
            {
                await b.SaveAsync();
                saves++;
            }
            while (await second.WaitForNextTickAsync() && !over.IsCancellationRequested);
        });
        var day = await b.Program.DriveAsync(
            number => Line.Request(Bench.Summary + (number % 20 == 0 ? others[number / 20 % others.Length] : "")), b.Time * 3, lines: 16);
        await over.CancelAsync();
        await saving;
        return S($"{N(day.Cost)} µs; p50 {N(day.At(0.5))}, p99 {N(day.At(0.99))}, longest {N(day.At(1))} ms; {saves} saves");
    }

    private static async Task<string> PagesAsync(Bench b)
    {
        string[] pages =
        [
            "", "/issues", "/matrix", "/pairs", "/parties", "/claims", "/changes", "/sources", "/method", "/issues/issue-0", "/pairs/north-south",
            "/parties/north", "/changes?from=2024-01-01&to=2025-06-01", "/changes?from=2024-01-01&to=2025-06-01&list=rose", "/search?q=point",
            "/agendas", "/drafts", "/proof", "/rounds", "/working-groups",
        ];
        var sizes = new List<(string Page, double Size)>();
        foreach (var page in pages)
        {
            var answer = await b.Program.AskAsync(Bench.Summary + page, encoding: "identity");
            sizes.Add((page, answer.Status == 200 ? answer.Body.Length / 1024.0
                : throw new InvalidOperationException($"{page} answers {answer.Status}.")));
        }

        var largest = sizes.OrderByDescending(s => s.Size).Take(3)
            .Select(s => S($"{(s.Page.Length == 0 ? "summary" : s.Page.Split('?')[0][1..])} {N(s.Size)}"));
        return string.Join(", ", largest) + " KB";
    }

    private static async Task<string> VisitAsync(Bench b)
    {
        var page = await b.Program.AskAsync(Bench.Summary);
        // As all get it but the first few: packed well, which is done beside them.
        for (var i = 0; i < 2000 && page.Header("ETag")?.EndsWith("-w\"", StringComparison.Ordinal) != true; i++)
        {
            page = await b.Program.AskAsync(Bench.Summary);
        }

        var html = System.Text.Encoding.UTF8.GetString((await b.Program.AskAsync(Bench.Summary, encoding: "identity")).Body);
        var files = Regex.Matches(html, "<(?:link|script)[^>]*(?:href|src)=\"([^\"]+\\.(?:css|js|svg|woff2)[^\"]*)\"").Select(m => m.Groups[1].Value)
            .Distinct().ToList();
        double first = page.Transferred, again = (await b.Program.AskAsync(Bench.Summary, $"If-None-Match: {page.Header("ETag")}\r\n")).Transferred;
        foreach (var file in files)
        {
            var address = file.StartsWith('/') ? file : "/" + file;
            var answer = await b.Program.AskAsync(address);
            first += answer.Transferred;
            // What may be kept for good is not asked for again.
            again += answer.Header("Cache-Control")?.Contains("immutable", StringComparison.Ordinal) == true ? 0
                : (await b.Program.AskAsync(address, $"If-None-Match: {answer.Header("ETag")}\r\n")).Transferred;
        }

        // What is fetched only once somebody goes on.
        var later = 0.0;
        foreach (Match file in Regex.Matches(html, "data-framework=\"([^\"]+)\""))
        {
            later += (await b.Program.AskAsync("/" + file.Groups[1].Value.TrimStart('/'))).Transferred;
        }

        return S($"{N(first / 1024)} KB; {N(again / 1024)} KB ({files.Count} files; {N(later / 1024)} KB more once somebody reaches for a link)");
    }

    private static async Task<string> MemoryAsync(Bench b)
    {
        await b.Program.DriveAsync(number => OfDay(number * 13), TimeSpan.FromMinutes(2), lines: 2, most: 64);
        var memory = b.Program.Memory;
        return S($"{N(memory)} MB, of which in use {N(await b.HeldAsync() / 1024)} MB");
    }

    private static async Task<string> StartAsync(Bench b)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            await using var template = await RunningServer.StartAsync(
                b.Program.Port + 2, "/", [typeof(Bench).Assembly.Location, "template", $"{b.Program.Port + 2}"]);
            theirs.Add(template.Start.Processor.TotalSeconds);
            var folder = Directory.CreateTempSubdirectory("peacetracker-start-").FullName;
            File.Copy(Path.Combine(b.Store.Folder, "peacetracker.db"), Path.Combine(folder, "peacetracker.db"));
            await using var program = await Bench.StartProgramAsync(b.Published, folder, b.Program.Port + 3);
            ours.Add(program.Start.Processor.TotalSeconds);
            Directory.Delete(folder, recursive: true);
        }

        return S($"{N(ours.Min() / theirs.Min())} × ({N(ours.Min())} s of processor)");
    }

    private static async Task<string> LoadingAsync(Bench b)
    {
        var (board, rows) = await b.Store.LoadingAsync();
        return S($"{N(board / Math.Max(rows, 0.1))} × ({N(board)} ms)");
    }

    private static async Task<string> ImportingAsync(Bench b)
    {
        var (cost, growth, bytes) = await ImportedFile.MeasureAsync(b.Published, b.Size);
        return S($"{N(cost)} µs; {N(growth)} MB (a file of {N(bytes)} MB)");
    }
}
