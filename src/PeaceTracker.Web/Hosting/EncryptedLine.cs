using System.Globalization;
using Microsoft.AspNetCore.HttpsPolicy;

namespace PeaceTracker.Web.Hosting;

/// <summary>What is said and done about the encryption of the line between browser and server.</summary>
public static class EncryptedLine
{
    /// <summary>The setting that leads whoever comes by http to https.</summary>
    public const string Redirect = "PeaceTracker:Https:Redirect";

    /// <summary>The setting that says for how many days a browser comes by https alone, once it has; 0 says nothing to it.</summary>
    public const string Days = "PeaceTracker:Https:StrictDays";

    /// <summary>The setting that names the port of https, as browsers see it; 443 where it is not set.</summary>
    public const string Port = "PeaceTracker:Https:Port";

    private const int OneYear = 365;

    /// <summary>Reads both settings.</summary>
    public static void AddEncryptedLine(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HstsOptions>(options => options.MaxAge = TimeSpan.FromDays(StrictDays(builder.Configuration)));
        builder.Services.AddHttpsRedirection(options =>
        {
            options.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
            options.HttpsPort = builder.Configuration.GetValue<int?>(Port) ?? 443;
        });
    }

    /// <summary>Sends the header on encrypted lines, and leads away from plain ones where that is set; probes are answered on both.</summary>
    public static void UseEncryptedLine(this WebApplication app)
    {
        if (StrictDays(app.Configuration) > 0)
        {
            app.UseHsts(); // not for localhost, where other programs are behind other ports
        }

        if (string.Equals(app.Configuration[Redirect], "true", StringComparison.OrdinalIgnoreCase))
        {
            app.UseWhen(http => !http.Request.Path.StartsWithSegments("/health"), plain => plain.UseHttpsRedirection());
        }
    }

    private static int StrictDays(IConfiguration settings) =>
        settings[Days] is not { Length: > 0 } text ? OneYear
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days
        : OneYear;
}
