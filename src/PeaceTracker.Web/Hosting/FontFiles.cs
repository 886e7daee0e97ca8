namespace PeaceTracker.Web.Hosting;

/// <summary>
/// Lets browsers keep fonts for a month without asking. Stylesheets name them, so their addresses have no print of their bytes as those of other
/// files have; a font that is exchanged gets another name.
/// </summary>
internal static class FontFiles
{
    private const string Month = "public, max-age=2592000";

    /// <summary>Says so with each font.</summary>
    public static void KeepFonts(this IEndpointConventionBuilder files) => files.Add(file =>
    {
        if (file is not RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } send }
            || !path.TrimStart('/').StartsWith("fonts/", StringComparison.Ordinal) || !path.EndsWith(".woff2", StringComparison.Ordinal))
        {
            return;
        }

        file.RequestDelegate = http =>
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    http.Response.Headers.CacheControl = Month;
                }

                return Task.CompletedTask;
            });
            return send(http);
        };
    });
}
