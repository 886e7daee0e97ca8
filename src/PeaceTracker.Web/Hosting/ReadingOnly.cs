namespace PeaceTracker.Web.Hosting;

/// <summary>Refuses every method but GET and HEAD: what there is so far is for reading. To be narrowed when pages that post arrive.</summary>
public static class ReadingOnly
{
    /// <summary>Answers other methods with 405. Belongs within the status pages and before routing.</summary>
    public static void UseReadingOnly(this IApplicationBuilder app) =>
        app.Use(async (http, next) =>
        {
            if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            {
                await next(http);
                return;
            }

            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD";
            // The page that says so is got, not posted to.
            http.Request.Method = HttpMethods.Get;
        });
}
