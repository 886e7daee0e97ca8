namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Lets pages of others frame the card for them, and nothing else. It has no form and no button: whoever frames it can lead nobody to press anything.
/// </summary>
public static class Framing
{
    private const string Never = "frame-ancestors 'none'", Anywhere = "frame-ancestors *";

    /// <summary>
    /// Widens the policy that <see cref="SecurityHeaders"/> set, and so stands before it: what is asked for first is done last as an answer starts.
    /// Only the card itself is widened, and the answer that a browser's copy is still good, which takes the place of the headers it kept.
    /// </summary>
    public static void UseFraming(this IApplicationBuilder app) =>
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments("/embed", StringComparison.Ordinal))
            {
                http.Response.OnStarting(static state =>
                {
                    var response = (HttpResponse)state;
                    if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    {
                        response.Headers.ContentSecurityPolicy =
                            response.Headers.ContentSecurityPolicy.ToString().Replace(Never, Anywhere, StringComparison.Ordinal);
                    }

                    return Task.CompletedTask;
                }, http.Response);
            }

            return next(http);
        });
}
