namespace PeaceTracker.Services.Sources;

/// <summary>Addresses of the web as they are compared: two that lead to the same page are one.</summary>
public static class WebAddress
{
    // What outlets, mailings and networks hang on an address to follow who opens it.
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "mc_cid",
        "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "oly_anon_id", "oly_enc_id", "vero_id", "wickedid", "cmpid", "ns_campaign",
        "at_medium", "at_campaign", "ref_src", "smid", "share", "__twitter_impression",
    };

    /// <summary>
    /// The address without scheme, "www.", a port that goes without saying, the slash at its end, fragment and tracking parameters; null where
    /// it is none of the web.
    /// </summary>
    public static string? Plain(string? address)
    {
        if (Parse(address) is not { } url)
        {
            return null;
        }

        var host = HostOf(url);
        var port = url.IsDefaultPort ? "" : $":{url.Port}";
        var query = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !IsTracking(part.Split('=')[0])).ToList();
        return $"{host}{port}{url.AbsolutePath.TrimEnd('/')}{(query.Count == 0 ? "" : "?" + string.Join('&', query))}";
    }

    /// <summary>The host without "www.", and the first part of the path, empty where there is none; null where it is no address of the web.</summary>
    public static (string Host, string First)? Place(string? address) => Parse(address) is { } url
        ? (HostOf(url), url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "")
        : null;

    private static Uri? Parse(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var url) && url.Scheme is ("https" or "http") ? url : null;

    private static string HostOf(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static bool IsTracking(string name) => Tracking.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);
}
