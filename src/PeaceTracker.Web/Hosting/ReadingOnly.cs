using Microsoft.Extensions.Localization;
using PeaceTracker.Web.Features.Api;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Refuses every method but GET and HEAD, except where something is sent on purpose: a circuit, the account pages, the buttons and forms of the
/// administration, what is asked by the Model Context Protocol, and what is recorded by the API.
/// </summary>
public static class ReadingOnly
{
    private static readonly PathString[] Posting =
        ["/_blazor", "/account", "/admin/system", "/admin/tokens", "/admin/webhooks", "/mcp", ApiRoutes.Root];

    /// <summary>Answers other methods with 405. Belongs within the status pages and before routing.</summary>
    public static void UseReadingOnly(this IApplicationBuilder app) =>
        app.Use(async (http, next) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
                || (HttpMethods.IsPost(http.Request.Method) && Array.Exists(Posting, path => http.Request.Path.StartsWithSegments(path))))
            {
                await next(http);
                return;
            }

            if (http.Request.Path.StartsWithSegments(ApiRoutes.Root))
            {
                http.Response.Headers.Allow = "GET, HEAD, POST";
                var l = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
                await ApiAnswer.Problem(
                    l["Read the API with GET and record with POST; corrections are POST too."], StatusCodes.Status405MethodNotAllowed)
                    .ExecuteAsync(http);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD";
            // The page that says so is got, not posted to.
            http.Request.Method = HttpMethods.Get;
        });
}
