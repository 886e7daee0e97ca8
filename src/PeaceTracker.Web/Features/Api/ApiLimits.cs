using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Web.Features.Api;

/// <summary>How often the API may be asked by one network address and with one token, and from which sites' pages.</summary>
public static class ApiLimits
{
    /// <summary>The name of both policies.</summary>
    public const string Policy = "api";

    /// <summary>Requests a minute of one address where the setting says nothing.</summary>
    public const int Usual = 600;

    /// <summary>Requests a minute with one token where the setting says nothing.</summary>
    public const int UsualOfToken = 300;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Registers them: <c>PeaceTracker:Api:RequestsPerMinute</c> of one address, <c>PeaceTracker:Api:RequestsPerMinuteOfToken</c> from wherever the
    /// token comes, and <c>PeaceTracker:Api:AllowedOrigins</c>, the sites whose pages may read
    /// the answers, with commas between them; none where it is not set.
    /// </summary>
    public static void AddApiLimits(this WebApplicationBuilder builder)
    {
        var most = builder.Configuration.GetValue("PeaceTracker:Api:RequestsPerMinute", Usual);
        var mostOfToken = builder.Configuration.GetValue("PeaceTracker:Api:RequestsPerMinuteOfToken", UsualOfToken);
        builder.Services.AddRateLimiter(options =>
        {
            RateLimitPartition<string> OfAddress(HttpContext http) => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = most, Window = Window, QueueLimit = 0 });
            options.AddPolicy(Policy, OfAddress);
            // By what is sent, before anybody asks whose it is; of a hash, so that it lies nowhere in memory. Whose it is, is asked wherever one
            // is sent, also where there is nothing: such requests are counted by address as well.
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => BearerTokens.Of(http.Request) is null
                    ? RateLimitPartition.GetNoLimiter("") : OfAddress(http)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => BearerTokens.Of(http.Request) is not { } token
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(
                        Digest.Of(token), _ => new() { PermitLimit = mostOfToken, Window = Window, QueueLimit = 0 })));
            options.OnRejected = async (context, cancellationToken) =>
            {
                var http = context.HttpContext;
                var l = http.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
                await ApiAnswer.Problem(
                    BearerTokens.Of(http.Request) is null
                        ? l["More than {0} requests came from your address in a minute. Wait for the seconds given in “Retry-After”.", most]
                        : l["More than {0} requests came from your address in a minute, or more than {1} with this token. Wait for the seconds "
                            + "given in “Retry-After”.", most, mostOfToken],
                    StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
            };
        });
        var origins = (builder.Configuration["PeaceTracker:Api:AllowedOrigins"] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        builder.Services.AddCors(options => options.AddPolicy(Policy, policy => policy.WithOrigins(origins).WithMethods("GET", "HEAD")
            .WithExposedHeaders("ETag", "Retry-After")));
    }
}
