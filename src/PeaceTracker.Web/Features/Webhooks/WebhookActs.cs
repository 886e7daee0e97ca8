using System.Globalization;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Webhooks;

namespace PeaceTracker.Web.Features.Webhooks;

/// <summary>What the buttons beside an address do: each says it, and with which address, in its value.</summary>
public static class WebhookActs
{
    /// <summary>Sends nothing for the time being; goes on; removes.</summary>
    public const string Pause = "pause", Resume = "resume", Remove = "remove";

    /// <summary>What was done to a delivery: it is sent again, or once its address goes on.</summary>
    public const string Resent = "resent", ResentLater = "resent-later";

    /// <summary>The value of a button.</summary>
    public static string Value(string act, int id) => string.Create(CultureInfo.InvariantCulture, $"{act}-{id}");

    /// <summary>Does what a button says; what can't be read is of an address that is not there.</summary>
    public static async Task<(WebhookResult Result, string Done)> DoAsync(
        WebhookDesk desk, Actor actor, string? value, CancellationToken cancellationToken)
    {
        var parts = (value ?? "").Split('-');
        var act = parts[0];
        return parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (new WebhookResult(WebhookRefusal.NotFound), "")
            : act switch
            {
                Pause or Resume => (await desk.PauseAsync(actor, id, act == Pause, cancellationToken), act),
                Remove => (await desk.RemoveAsync(actor, id, cancellationToken), act),
                _ => (new WebhookResult(WebhookRefusal.NotFound), ""),
            };
    }

    /// <summary>What is said afterwards; null where nothing was done.</summary>
    public static string? Said(IStringLocalizer<Text> l, string? done) => done switch
    {
        Pause => l["Nothing is sent there until you resume it. Changes in the meantime are kept for it."].Value,
        Resume => l["It receives changes again, including those made while it was paused."].Value,
        Remove => l["The address is removed with its deliveries."].Value,
        Resent => l["The delivery will be sent again shortly."].Value,
        ResentLater => l["The delivery will be sent again once you resume its address, which is paused."].Value,
        _ => null,
    };
}
