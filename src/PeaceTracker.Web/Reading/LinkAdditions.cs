using Microsoft.AspNetCore.WebUtilities;

namespace PeaceTracker.Web.Reading;

/// <summary>What advertisers, newsletters and networks add to links on their way. It asks nothing of a page, and goes no further.</summary>
public static class LinkAdditions
{
    private static readonly string[] Names =
    [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "ttclid", "yclid", "igshid", "igsh", "li_fat_id", "srsltid",
        "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "vero_id", "wt_mc", "oly_enc_id", "oly_anon_id", "epik", "s_cid", "ref_src",
    ];

    private static readonly string[] Beginnings = ["utm_", "mtm_", "pk_", "hsa_", "piwik_", "matomo_"];

    /// <summary>Takes them out of the address of a request, before anything reads or keeps it.</summary>
    public static void Drop(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
            return;
        var all = QueryHelpers.ParseQuery(request.QueryString.Value);
        if (all.Keys.Any(IsAddition))
            request.QueryString = QueryString.Create(all.Where(pair => !IsAddition(pair.Key)));
    }

    private static bool IsAddition(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
