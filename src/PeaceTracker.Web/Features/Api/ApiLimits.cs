using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Localization;

namespace PeaceTracker.Web.Features.Api;

/// <summary>How often the API may be asked by one network address, and from which sites' pages.</summary>
public static class ApiLimits
{
    /// <summary>The name of both policies.</summary>
    public const string Policy = "api";

    /// <summary>Requests a minute of one address where the setting says nothing.</summary>
    public const int Usual = 600;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Registers both: <c>PeaceTracker:Api:RequestsPerMinute</c>, and <c>PeaceTracker:Api:AllowedOrigins</c>, the sites whose pages may read
    /// the answers, with commas between them; none where it is not set.
    /// </summary>
    public static void AddApiLimits(this WebApplicationBuilder builder)
    {
        var most = builder.Configuration.GetValue("PeaceTracker:Api:RequestsPerMinute", Usual);
        builder.Services.AddRateLimiter(options =>
        {
            options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = most, Window = Window, QueueLimit = 0 }));
            options.OnRejected = async (context, cancellationToken) =>
            {
                var http = context.HttpContext;
                var l = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
                await ApiAnswer.Problem(
                    l["This address was asked more than {0} times in a minute. Go on after the seconds that “Retry-After” gives.", most],
                    StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
            };
        });
        var origins = (builder.Configuration["PeaceTracker:Api:AllowedOrigins"] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        builder.Services.AddCors(options => options.AddPolicy(Policy, policy => policy.WithOrigins(origins).WithMethods("GET", "HEAD")
            .WithExposedHeaders("ETag", "Retry-After")));
    }
}
