using PeaceTracker.Browser.Tests.Harness;

namespace PeaceTracker.Browser.Tests.Journeys;

/// <summary>
/// Questions that an analyst has to answer under the eyes of others, each from the summary, in four presses and filled fields at most. The
/// answers are reasoned from the seeds and the method, beside each.
/// </summary>
public abstract class AnalystJourney(Reader reader) : BrowserTest(reader)
{
    /// <summary>The summary of the example.</summary>
    protected const string Example = "/negotiations/example";

    private const int Most = 4;

    /// <summary>The summary of both boards' program, and a hand that has done nothing yet.</summary>
    protected async Task<(IPage Page, Hand Hand)> BeginAsync(string summary)
    {
        var page = await OpenAsync(summary, program: Reader.Both);
        return (page, new Hand(page));
    }

    /// <summary>Fails where the way was too long.</summary>
    protected static void AssertFew(Hand hand) => Assert.InRange(hand.Done, 0, Most);

    /// <summary>The last of the summary's switch.</summary>
    protected static ILocator HowFirm(IPage page) => page.Locator("summary:has(#sensitivity)");

    /// <summary>A page of the negotiation.</summary>
    protected static ILocator Tab(IPage page, string name) => page.Locator("nav.tabs a", new() { HasTextString = name }).First;
}
