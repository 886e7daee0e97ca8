using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

// Pages whose layout is another than the one that comes.
public sealed partial class LiveTests
{
    // With evidence of a second day the summary has a chart, a list of changes and marks that it had not: what the reader looks at stays where it is.
    [Fact]
    public async Task Change_SecondDayOfEvidence_KeepsThePlaceInThePageLaidOutAnew()
    {
        var page = await ReadAsync("", new() { Width = 1280, Height = 500 });
        await Assertions.Expect(page.Locator(".latest")).ToHaveCountAsync(0);
        var link = page.Locator(".switch > a[href$='/pairs']").First;
        await link.FocusAsync();
        var before = (await link.BoundingBoxAsync())!.Y;

        await RecordAsync();

        await Assertions.Expect(page.Locator(".latest")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("p[role='status']")).ToHaveTextAsync("Updated just now: " + Sentence);
        await Assertions.Expect(link).ToBeFocusedAsync();
        Assert.InRange((await link.BoundingBoxAsync())!.Y, before - 1, before + 1);
    }

    // A browser that translates puts each text into elements of its own. The page that comes is patched into that: each text stands there once.
    [Fact]
    public async Task Change_TextsWrappedByATranslator_AreThereOnce()
    {
        var page = await ReadAsync();
        Assert.InRange(await Translator.WrapAsync(page), 50, int.MaxValue);

        await RecordAsync();

        await ExpectChangeAsync(page);
        var afresh = await OpenAtAsync(program.Address, Of(Page), new());
        Assert.Equal(await Translator.WordsAsync(afresh), await Translator.WordsAsync(page));
    }
}
