using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Agreement;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Reading;

/// <summary>Parts of pages that are drawn once for a board: whose they are, how many are kept, and that a save draws its own.</summary>
public class DrawnPartsTests(BothBoards host)
{
    private const string Board = $"/negotiations/{SeedFile.Example}";
    private static readonly BoardAddress Address = new(SeedFile.Example);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DrawnParts Parts { get; } = new(
        host.Services.GetRequiredService<IServiceScopeFactory>(), host.Services.GetRequiredService<ILoggerFactory>());

    [Fact]
    public async Task Of_AskedTwice_IsDrawnOnce()
    {
        var at = await AsOfAsync(new(2025, 9, 12));

        var first = await Parts.OfAsync<SummaryStrip>(at, Address, []);

        Assert.Same(first, await Parts.OfAsync<SummaryStrip>(at, Address, []));
        Assert.Equal(1, Parts.Drawn);
        Assert.StartsWith("<section class=\"board-strip", first.Html.TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_OtherDateOrMoment_HasItsOwnFiguresAndLinks()
    {
        var (june, september) = (await AsOfAsync(new(2025, 6, 1)), await AsOfAsync(new(2025, 9, 12)));

        var present = await Parts.OfAsync<SummaryBody>(september, Address, []);
        var dated = await Parts.OfAsync<SummaryBody>(september, Address.On(new(new DateOnly(2025, 9, 12))), []);
        var earlier = await Parts.OfAsync<SummaryBody>(june, Address, []);

        Assert.Equal(3, Parts.Drawn);
        Assert.NotEqual(present.Html, earlier.Html);
        Assert.Contains($"href=\"{Board}/pairs\"", present.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("asOf=", present.Html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Board}/pairs?asOf=2025-09-12\"", dated.Html, StringComparison.Ordinal);
    }

    // A term in rows opens where it first stands on a page; whoever draws a part is told what stood before it.
    [Fact]
    public async Task Of_TermStoodBefore_IsNotSaidAgainAndOpensNoSecondTime()
    {
        var at = await AsOfAsync(new(2025, 9, 12));

        var alone = await Parts.OfAsync<SummaryBody>(at, Address, []);
        var after = await Parts.OfAsync<SummaryBody>(at, Address, [Term.Salience]);

        Assert.Contains(Term.Salience, alone.Terms);
        Assert.DoesNotContain(Term.Salience, after.Terms);
        Assert.Contains(Opens(Term.Salience), alone.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Opens(Term.Salience), after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_ManyMomentsOfOneBoard_KeepsTheFirstEightAndThePresent()
    {
        var at = await AsOfAsync(new(2025, 9, 12));
        for (var change = 1; change <= 9; change++)
        {
            await DrawAsync(change);
        }

        Assert.Equal(9, Parts.Drawn);
        await DrawAsync(8);
        Assert.Equal(9, Parts.Drawn);
        await DrawAsync(9);
        Assert.Equal(10, Parts.Drawn);
        await Parts.OfAsync<SummaryStrip>(at, Address, []);
        await Parts.OfAsync<SummaryStrip>(at, Address, []);
        Assert.Equal(11, Parts.Drawn);

        ValueTask<DrawnPart> DrawAsync(long change) => Parts.OfAsync<SummaryStrip>(at, Address.On(new(Change: change)), []);
    }

    // Words may be of one culture and numbers of another.
    [Fact]
    public async Task Of_OtherNumbersWithTheSameWords_IsDrawnAnew()
    {
        var at = await AsOfAsync(new(2025, 9, 12));
        await Parts.OfAsync<SummaryStrip>(at, Address, []);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de");

        await Parts.OfAsync<SummaryStrip>(at, Address, []);

        Assert.Equal(2, Parts.Drawn);
    }

    [Fact]
    public async Task Of_PartThatAsksWhoReads_IsRefused()
    {
        var at = await AsOfAsync(new(2025, 9, 12));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Parts.OfAsync<Asking<IHttpContextAccessor>>(at, Address, []));

        Assert.Equal("A part that is drawn once for all can’t have a IHttpContextAccessor.", refused.Message);
    }

    [Fact]
    public async Task Of_PartThatAsksForTheTime_IsRefused()
    {
        var at = await AsOfAsync(new(2025, 9, 12));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Parts.OfAsync<Asking<TimeProvider>>(at, Address, []));

        Assert.Equal("A part that is drawn once for all can’t have a TimeProvider.", refused.Message);
    }

    // The page around it would go on before its terms are known.
    [Fact]
    public async Task Of_PartThatWaits_IsRefused()
    {
        var at = await AsOfAsync(new(2025, 9, 12));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Parts.OfAsync<Waiting>(at, Address, []));

        Assert.StartsWith("Waiting waits for something", refused.Message, StringComparison.Ordinal);
    }

    // Two dates of one board are drawn where there is room for little more than one.
    [Fact]
    public async Task Of_MoreThanThereIsRoomFor_LetsTheFirstGo()
    {
        var (first, second) = (await AsOfAsync(new(2025, 6, 1)), await AsOfAsync(new(2025, 9, 12)));
        var (one, other) = (await Parts.OfAsync<SummaryStrip>(first, Address, []), await Parts.OfAsync<SummaryStrip>(second, Address, []));
        var few = new DrawnParts(host.Services.GetRequiredService<IServiceScopeFactory>(), host.Services.GetRequiredService<ILoggerFactory>())
        {
            Most = Math.Max(one.Html.Length, other.Html.Length),
        };

        await few.OfAsync<SummaryStrip>(first, Address, []);
        await few.OfAsync<SummaryStrip>(second, Address, []);

        Assert.Equal(other.Html.Length, few.Held);
        await few.OfAsync<SummaryStrip>(second, Address, []);
        Assert.Equal(2, few.Drawn);
        await few.OfAsync<SummaryStrip>(first, Address, []);
        Assert.Equal(3, few.Drawn);
    }

    // Whoever goes through all dates asks for each once; the one that is asked for again is the present, which readers have.
    [Fact]
    public async Task Of_CrawlThroughDates_LeavesWhatIsAskedForAgain()
    {
        var read = await AsOfAsync(new(2025, 9, 12));
        var dates = new List<BoardSnapshot>();
        for (var day = 1; day <= 6; day++)
        {
            dates.Add(await AsOfAsync(new DateOnly(2025, 9, 12).AddDays(-day)));
        }

        var part = await Parts.OfAsync<SummaryStrip>(read, Address, []);
        // Strips of one board are about as long as one another: there is room for three, and for no fourth.
        var few = new DrawnParts(host.Services.GetRequiredService<IServiceScopeFactory>(), host.Services.GetRequiredService<ILoggerFactory>())
        {
            Most = part.Html.Length * 7 / 2,
        };
        await few.OfAsync<SummaryStrip>(read, Address, []);
        foreach (var date in dates)
        {
            await few.OfAsync<SummaryStrip>(read, Address, []);
            await few.OfAsync<SummaryStrip>(date, Address, []);
        }

        Assert.Equal(7, few.Drawn);
        await few.OfAsync<SummaryStrip>(read, Address, []);
        Assert.Equal(7, few.Drawn);
        await few.OfAsync<SummaryStrip>(dates[0], Address, []);
        Assert.Equal(8, few.Drawn);
    }

    // The documents of all roles, packings and themes share them, and nothing of a role is in them.
    [Fact]
    public async Task Get_AllRolesAfterASave_DrawNothing()
    {
        await using var own = new SignedInHost();
        _ = await TextAsync(own, null);
        var parts = own.Services.GetRequiredService<DrawnParts>();
        var manager = await TestAccounts.AddAccountAsync(own.Services, AccountRole.Manager);
        var issue = (await own.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.RussiaUkraine, Cancellation))!.Issues["territory"];
        var before = parts.Drawn;
        // Asked for after the program's own, and so told when that is done: on a busy machine a save does not wait for it for ever.
        var drawn = new TaskCompletionSource();
        own.Services.GetRequiredService<BoardReader>().HandedOn += _ => drawn.SetResult();

        Assert.IsType<SaveResult.Saved>(await own.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditRow<Issue>(SeedFile.RussiaUkraine, issue, issue with { Title = "Land" }), manager, Cancellation));
        await drawn.Task.WaitAsync(TestStore.ProcessLimit, Cancellation);
        var saved = parts.Drawn;
        var (stranger, reader, editor) = (await TextAsync(own, null), await TextAsync(own, "Viewer"), await TextAsync(own, "Editor"));

        Assert.Equal(before + 2, saved); // its strip and its body, for which nobody has asked
        Assert.Equal(saved, parts.Drawn);
        Assert.All([stranger, reader, editor], text => Assert.Contains("id=\"over-time\"", text, StringComparison.Ordinal));
        Assert.Contains("edit/headline-claim", editor, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit", stranger + reader, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(SignedInHost own, string? role)
    {
        using var answer = await own.AsAsync(role, $"/negotiations/{SeedFile.RussiaUkraine}", "Nils");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static string Opens(Term term) => $"popovertarget=\"{term.NoteId()}\"";

    private async Task<BoardSnapshot> AsOfAsync(DateOnly date) =>
        (await host.Services.GetRequiredService<BoardReader>().FindAsync(SeedFile.Example, Cancellation))!.AsOf(date);

    private sealed class Asking<T> : ComponentBase where T : class
    {
        [Parameter] public BoardSnapshot? At { get; set; }

        [Inject] public T Asked { get; set; } = null!;
    }

    private sealed class Waiting : ComponentBase
    {
        [Parameter] public BoardSnapshot? At { get; set; }

        protected override Task OnInitializedAsync() => new TaskCompletionSource().Task;
    }
}
