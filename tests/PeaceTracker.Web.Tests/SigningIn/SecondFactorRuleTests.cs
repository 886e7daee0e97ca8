using System.Net;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>With PeaceTracker:Access:SecondFactorFrom = Editor a password alone lets nobody change anything.</summary>
public sealed class SecondFactorRuleTests : IAsyncDisposable
{
    private const string Edit = $"/negotiations/{SeedFile.RussiaUkraine}/edit";

    private readonly TrackerHost host = new() { Settings = new() { [SecondFactorRule.Setting] = "Editor" } };

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(AccountRole.Editor)]
    [InlineData(AccountRole.Administrator)]
    public async Task Get_PasswordAlone_ReadsAndIsToldWhatIsMissing(AccountRole role)
    {
        using var browser = await SignedInClient.StartAsync(host, role);

        var (refused, page) = await browser.GetAsync(role == AccountRole.Editor ? Edit : "/admin/users");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.NotNull(page.QuerySelector("main a[href='/account/codes']"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Answer.StatusCode);
        using var circuit = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(circuit)).Answer.StatusCode);
    }

    [Fact]
    public async Task Get_OnceCodesAreSwitchedOn_HasTheRightsOfTheRole()
    {
        using var browser = await SignedInClient.StartAsync(host, AccountRole.Editor);
        await browser.SubmitAsync("/account/codes", "begin", ("Password", TestPerson.Password));
        var page = (await browser.GetAsync("/account/codes")).Document;

        await browser.SubmitAsync(page, "/account/codes", "on", ("Code", CodesHost.App(page).CodeAt(DateTimeOffset.UtcNow)));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Edit)).Answer.StatusCode);
    }
}
