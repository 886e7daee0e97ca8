using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>What an analyst is asked about the talks: what would have to move, why the share fell, which pair is the weakest.</summary>
public class AnalystTests(Reader reader) : AnalystJourney(reader)
{
    // What must move for Ukraine–Russia to reach 50%? Of seven issues none is agreed, so four must: 3.5 rounded up. One side says that EU membership
    // moves, two are disputed, four unknown; with these four agreed it would be 4 of 7.
    [Fact]
    public async Task WhatItTakes_Pair_IsSaidOnItsPage()
    {
        var (page, hand) = await BeginAsync(Of(""));

        await hand.PressAsync(page.Locator(".bars a[href$='/pairs/ukraine-russia']"));

        var answer = page.Locator("#takes-answer");
        await Assertions.Expect(answer).ToContainTextAsync("50% needs 4 of 7: 4 more.");
        await Assertions.Expect(answer).ToContainTextAsync("Nearest: Ukraine's EU membership");
        await Assertions.Expect(answer).ToContainTextAsync("With all 4 unknown or one-sided issues agreed it would be 57.1%.");
        AssertFew(hand);
    }

    // The same of the whole board, for a share of one's own. In the example 12 of 24 are agreed; 60% of 24 is 14.4, so 15, three more. One side says
    // that the dams and the guarantees are agreed, the dams for want of one pair, the guarantees of two; then comes what is narrowing for want of one
    // pair alone, the refugees.
    [Fact]
    public async Task WhatItTakes_WholeBoardAndAShareOfOnesOwn_NearestIssuesFirst()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressAsync(HowFirm(page));
        await hand.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "What would it take to reach another share?" }));
        var form = page.Locator("form:has([name=share])");
        await hand.FillAsync(form.Locator("[name=share]"), "60");
        await hand.PressAsync(form.GetByRole(AriaRole.Button));

        await Assertions.Expect(page.Locator("#takes-answer")).ToContainTextAsync(
            "60% needs 15 of 24: 3 more. Nearest: Operation of the upper dams, Security guarantees, Return of refugees.");
        AssertFew(hand);
    }

    // Why did the share fall in late 2024, and how much of it by the agenda? On 17 September Dor Ashune was shelled and both capitals declared the
    // initialled ceasefire void: 4 of 22 became 3 of 22, −4.5 points, all by statuses. On 27 January 2025 the same seven stood among 24 issues in
    // place of 22: 31.8% became 29.2%, −2.7 points, all by the agenda.
    [Fact]
    public async Task Fall_PressedInTheChart_SaysWhyAndHowMuchByScope()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressLineAsync(Step(page, "17 September 2024"));

        var compared = page.Locator("section[aria-labelledby=comparison]");
        await Assertions.Expect(compared.Locator(".compare-figure")).ToContainTextAsync("−4.5 points");
        await Assertions.Expect(compared).ToContainTextAsync("4 of 22");
        await Assertions.Expect(compared.Locator("div:has(> h3)", new() { HasText = "No longer agreed" }).Last).ToContainTextAsync(
            "Permanent ceasefire");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(
            "After the shelling of Dor Ashune both capitals declare the initialled text void.");
        Assert.Equal(["−4.5 points", "−4.5 points", "0 points"], await EffectsAsync(page));
        AssertFew(hand);

        await GoAsync(page, Example);
        var again = new Hand(page);
        await again.PressLineAsync(Step(page, "27 January 2025"));
        await ArriveAsync(page, "**/changes?from=2025-01-26&to=2025-01-27*");
        await Assertions.Expect(compared.Locator(".compare-figure")).ToContainTextAsync("−2.7 points"); // the address is there before
        Assert.Equal(["−2.7 points", "0 points", "−2.7 points"], await EffectsAsync(page));
        AssertFew(again);
    }

    // The same without knowing where to press: the changes, since the beginning, and every step in between, with its day.
    [Fact]
    public async Task Fall_FromTheListOfSteps_IsFoundWithoutADate()
    {
        var (page, hand) = await BeginAsync(Example);

        await hand.PressAsync(Tab(page, "Changes"));
        await hand.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Since the beginning" }));
        await hand.PressAsync(page.Locator(".step-list a", new() { HasText = "17 September 2024" }));

        await ArriveAsync(page, "**/changes?from=2024-09-16&to=2024-09-17*");
        await Assertions.Expect(page.Locator(".compare-figure")).ToContainTextAsync("−4.5 points");
        AssertFew(hand);
    }

    // The weakest pair, since when, and what it blocks first? Élorie–Nahrazan has 12 of 22, the others 15 of 22 and 14 of 21. Level with
    // Veltrania–Élorie from 27 January 2025, it is alone since the step of 3 April. Alone it blocks two: one party objects to the fees, none to the
    // dams. Of those that others block, too, core issues come first: two parties object to the status and to power sharing, and the
    // status is the weaker, disputed.
    [Fact]
    public async Task WeakestPair_Summary_SinceWhenAndWhatItBlocks()
    {
        var (page, hand) = await BeginAsync(Example);
        var weakest = page.Locator(".bars li", new() { HasText = "weakest" });

        await Assertions.Expect(weakest).ToContainTextAsync("weakest since 3 April 2025");
        await hand.PressAsync(weakest.GetByRole(AriaRole.Link, new() { Name = "Élorie–Nahrazan" }));

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Élorie–Nahrazan");
        var blocked = await page.Locator("section[aria-labelledby=blocks] tbody th > a").AllInnerTextsAsync();
        Assert.Equal(["Fees from salt and copper", "Operation of the upper dams", "Status of the valley"], blocked.Take(3));
        AssertFew(hand);
    }

    private static ILocator Step(IPage page, string day) =>
        page.Locator($"a.chart-step:has(title:text-matches('^{day}:', 'i')) line");

    // The change of the agreed share, and what statuses and scope did of it.
    private static async Task<IReadOnlyList<string>> EffectsAsync(IPage page)
    {
        var cells = page.Locator("section[aria-labelledby=comparison] table tbody tr").First.Locator("td");
        return [.. (await cells.AllInnerTextsAsync()).Skip(2).Take(3).Select(text => text.Trim())];
    }
}
