using Microsoft.AspNetCore.Antiforgery;

namespace PeaceTracker.Web.Hosting;

/// <summary>Sees to it that a posted form which is refused or fails is answered with a page.</summary>
public static class FormAnswers
{
    // Their forms are for whoever is not signed in: one that comes from somebody who is, is the second of two clicks.
    private static readonly PathString[] WaysIn = ["/account/sign-in", "/account/code", "/account/recovery-code"];

    /// <summary>Lets the page that says what went wrong be got, not posted to: it takes no form. Belongs within the error and status pages.</summary>
    public static void UseFormAnswers(this IApplicationBuilder app) =>
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch
            {
                http.Request.Method = HttpMethods.IsPost(http.Request.Method) ? HttpMethods.Get : http.Request.Method;
                throw;
            }

            if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && !http.Response.HasStarted && HttpMethods.IsPost(http.Request.Method))
            {
                http.Request.Method = HttpMethods.Get;
                if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
                {
                    http.Response.ContentType = null; // set without a body, and taken for one by the status pages
                    if (http.User.Identity?.IsAuthenticated == true && Array.Exists(WaysIn, path => http.Request.Path == path))
                    {
                        http.Response.Redirect($"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}");
                    }
                }
            }
        });
}
