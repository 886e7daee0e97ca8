using PeaceTracker.Services.SigningIn;

namespace PeaceTracker.Web.Hosting;

/// <summary>What every answer tells the browser not to do, errors included.</summary>
public static class SecurityHeaders
{
    // Style attributes carry computed widths and are harmless without style elements; base-uri must allow our own <base href>.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; " +
        "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Sets the headers as the answer starts, so that an error handler that clears the headers can't lose them.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        // Browsers hold the way that begins with a form against the policy to its end, and this one ends at the service that vouches for people.
        var external = app.ApplicationServices.GetRequiredService<ExternalSettings>();
        var policy = external.IsOn ? $"{Policy} {string.Join(' ', external.Hosts)}" : Policy;
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                // What says nothing of how long it may be kept may not be kept at all.
                if (headers.CacheControl.Count == 0)
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}
