namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>
/// Gives the cookie of forms its prefix on encrypted lines, as <see cref="HostCookies"/> does for the others: the framework knows one name for it. A
/// cookie of the plain name, which another host could have set, is not looked at there.
/// </summary>
internal static class FormCookie
{
    /// <summary>Its name on a plain line.</summary>
    public const string Name = "peacetracker-form";

    /// <summary>Renames it on the way in and on the way out. Belongs before everything that reads or writes it.</summary>
    public static void UseFormCookie(this IApplicationBuilder app) =>
        app.Use((http, next) =>
        {
            if (!http.Request.IsHttps)
            {
                return next(http);
            }

            var bound = HostCookies.Name(http, Name);
            if (http.Request.Headers.Cookie.Count > 0)
            {
                var cookies = http.Request.Headers.Cookie.ToString().Split(';', StringSplitOptions.TrimEntries)
                    .Where(cookie => !cookie.StartsWith(Name + "=", StringComparison.Ordinal));
                http.Request.Headers.Cookie = string.Join("; ", cookies.Select(cookie => Renamed(cookie, bound, Name)));
            }

            http.Response.OnStarting(() =>
            {
                var set = http.Response.Headers.SetCookie;
                if (set.Count > 0)
                {
                    http.Response.Headers.SetCookie = set.Select(cookie => Renamed(cookie!, Name, bound)).ToArray();
                }

                return Task.CompletedTask;
            });
            return next(http);
        });

    /// <summary>Takes it out of an answer in which there is no form.</summary>
    public static void TakeOut(HttpResponse response) => response.Headers.SetCookie =
        response.Headers.SetCookie.Where(cookie => cookie?.StartsWith(Name + "=", StringComparison.Ordinal) != true).ToArray();

    private static string Renamed(string cookie, string from, string to) =>
        cookie.StartsWith(from + "=", StringComparison.Ordinal) ? to + cookie[from.Length..] : cookie;
}
