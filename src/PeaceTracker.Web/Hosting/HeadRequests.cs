namespace PeaceTracker.Web.Hosting;

/// <summary>Answers HEAD wherever GET is answered: pages by themselves know only GET.</summary>
public static class HeadRequests
{
    /// <summary>Whether the request came as HEAD, and so who answers without end must end.</summary>
    public static bool IsHead(this HttpContext http) => http.Items.ContainsKey(typeof(HeadRequests));

    /// <summary>Runs a HEAD request as GET with its body thrown away. Belongs before routing.</summary>
    public static void UseHeadAsGet(this IApplicationBuilder app) =>
        app.Use(async (http, next) =>
        {
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await next(http);
                return;
            }

            var body = http.Response.Body;
            http.Items[typeof(HeadRequests)] = true;
            http.Request.Method = HttpMethods.Get;
            http.Response.Body = Stream.Null;
            try
            {
                await next(http);
            }
            finally
            {
                http.Request.Method = HttpMethods.Head;
                http.Response.Body = body;
            }
        });
}
