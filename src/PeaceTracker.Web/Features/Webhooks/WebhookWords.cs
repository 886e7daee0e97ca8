using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Webhooks;

namespace PeaceTracker.Web.Features.Webhooks;

/// <summary>Webhooks in words.</summary>
public static class WebhookWords
{
    /// <summary>How far a delivery has come.</summary>
    public static string State(IStringLocalizer<Text> l, DeliveryState state) => l[state switch
    {
        DeliveryState.Waiting => "waiting",
        DeliveryState.Delivered => "delivered",
        DeliveryState.GivenUp => "given up",
    }];

    /// <summary>Why an attempt failed.</summary>
    public static string Fault(IStringLocalizer<Text> l, DeliveryFault fault) => l[fault switch
    {
        DeliveryFault.Answer => "It answered that it could not accept it.",
        DeliveryFault.Redirect => "It redirected to another address. Redirects are not followed: add that address instead.",
        DeliveryFault.Timeout => "No answer came within ten seconds.",
        DeliveryFault.NoSuchHost => "The host name can’t be found.",
        DeliveryFault.NotAllowed => "The address is not encrypted, or leads into a private network, so it is not called.",
        DeliveryFault.NoConnection => "There was no connection, or its certificate is not valid.",
        DeliveryFault.NoSecret => "The secret can’t be read with the keys of the data folder. Remove the address and add it again.",
        DeliveryFault.NotMade => "The message could not be made. The program’s log says why.",
        DeliveryFault.NotPublic => "The board is no longer published, so nothing was sent.",
    }];

    /// <summary>Why nothing was done.</summary>
    public static string Refusal(IStringLocalizer<Text> l, WebhookRefusal refusal) => l[refusal switch
    {
        WebhookRefusal.NoAddress => "That is not an address that can be called. Write it as https://host.example.org/path, without a name or " +
            "password.",
        WebhookRefusal.NotEncrypted => "The address must begin with https.",
        WebhookRefusal.NotAllowed => "That address is in a private network, which is not called unless a setting allows it.",
        WebhookRefusal.Taken => "That address is already in the list.",
        WebhookRefusal.TooMany => "No more addresses can be added. Remove one first.",
        WebhookRefusal.NoNegotiation => "That negotiation no longer exists. Choose another one.",
        WebhookRefusal.NotFound => "That no longer exists: it was removed in the meantime.",
        WebhookRefusal.BeingSent => "It is being sent right now. Look again in a minute.",
        WebhookRefusal.NotAdministrator => "Only administrators may do that, and you are no longer one.",
    }];
}
