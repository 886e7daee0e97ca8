using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>The program with somebody signed in wherever the cookie "as" names a role: for what a page shows to whom, not for the sign-in.</summary>
public sealed class SignedInHost : TrackerHost, IStartupFilter
{
    public const string AccountId = "account-1";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, go) =>
        {
            if (http.Request.Cookies["as"] is { Length: > 0 } role)
            {
                http.User = new(
                    new ClaimsIdentity(
                        [
                            new(ClaimTypes.NameIdentifier, AccountId),
                            new(ClaimTypes.Name, http.Request.Cookies["called"] ?? "Mara"),
                            new(ClaimTypes.Role, role),
                        ],
                        "test"));
            }

            return go(http);
        });
        next(app);
    };

    /// <summary>Asks as somebody of a role; as nobody where it is null.</summary>
    public Task<HttpResponseMessage> AsAsync(string? role, string address, string? name = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (role is not null)
        {
            request.Headers.Add("Cookie", "as=" + role + (name is null ? "" : "; called=" + name));
        }

        if (encoding is not null)
        {
            request.Headers.Add("Accept-Encoding", encoding);
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));
    }
}
