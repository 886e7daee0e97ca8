using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

public class KeptDocumentTests(BothBoards host)
{
    // The script compares this value letter by letter; anything else makes it load the whole page again.
    [Fact]
    public async Task Get_EnhancedNavigationToAKeptDocument_IsAllowedLikeTheFirst()
    {
        var address = new Uri($"/negotiations/{SeedFile.RussiaUkraine}/method", UriKind.Relative);
        for (var visit = 1; visit <= 2; visit++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", "text/html; blazor-enhanced-nav=on");
            using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal("allow", Assert.Single(answer.Headers.GetValues("blazor-enhanced-nav")));
        }
    }
}
