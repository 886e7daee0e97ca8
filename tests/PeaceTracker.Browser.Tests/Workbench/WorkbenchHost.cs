using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Browser.Tests.Workbench;

/// <summary>
/// The program in this process, with two additions: a page with every field of the editing forms under /workbench, and an editor who
/// is signed in wherever the cookie "as" names a role.
/// </summary>
public sealed class WorkbenchHost : WebApplicationFactory<Program>, IStartupFilter
{
    public const string AccountId = "account-of-the-workbench";
    public const string Page = "/workbench";

    private readonly TemporaryFolder data = SeededStore.Copy();

    public WorkbenchHost() : this(0)
    {
    }

    private WorkbenchHost(int port)
    {
        UseKestrel(port);
        StartServer();
    }

    /// <summary>Another one on the port of one that has ended.</summary>
    public static WorkbenchHost OnPort(int port) => new(port);

    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>A window in which somebody of a role is signed in.</summary>
    public BrowserNewContextOptions As(string role, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Address;
        var cookie = new
        {
            name = "as", value = role, domain = new Uri(Address).Host, path = "/", expires = -1, httpOnly = false, secure = false, sameSite = "Lax",
        };
        options.StorageState = JsonSerializer.Serialize(new { cookies = new[] { cookie } });
        return options;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, go) =>
        {
            if (http.Request.Cookies["as"] is { } role)
            {
                http.User = new(new ClaimsIdentity(
                    [
                        new(ClaimTypes.NameIdentifier, AccountId),
                        new(ClaimTypes.Name, "Editor of the workbench"),
                        new(ClaimTypes.Role, role),
                    ],
                    "workbench"));
            }

            return go(http);
        });
        app.MapWhen(http => http.Request.Path == Page, page =>
        {
            page.UseSecurityHeaders();
            page.Run(http => new RazorComponentResult<WorkbenchDocument>().ExecuteAsync(http));
        });
        next(app);
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("PeaceTracker:DataDirectory", data.Path);
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0"); // see LiveProgram
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            data.Dispose();
        }
    }
}
