using System.Globalization;
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
        DeliveryFault.Answer => "It answered that it could not take it.",
        DeliveryFault.Redirect => "It answered with another address. None is followed: add that one instead.",
        DeliveryFault.Timeout => "No answer came within ten seconds.",
        DeliveryFault.NoSuchHost => "The name of the host leads nowhere.",
        DeliveryFault.NotAllowed => "The address is not encrypted, or leads into a private network: it is not called.",
        DeliveryFault.NoConnection => "There was no connection, or its certificate is not valid.",
        DeliveryFault.NoSecret => "The secret can’t be read with the keys of the data folder. Remove the address and add it again.",
        DeliveryFault.NotMade => "It could not be put into words. The log of the program says why.",
        DeliveryFault.NotPublic => "The board is not published any more, so nothing was sent.",
    }];

    /// <summary>Why nothing was done.</summary>
    public static string Refusal(IStringLocalizer<Text> l, WebhookRefusal refusal) => l[refusal switch
    {
        WebhookRefusal.NoAddress => "That is no address that can be called. Write it as https://host.example.org/path, without a name or password.",
        WebhookRefusal.NotEncrypted => "The address has to begin with https.",
        WebhookRefusal.NotAllowed => "That address is in a private network, which is not called unless a setting allows it.",
        WebhookRefusal.Taken => "That address is there already.",
        WebhookRefusal.TooMany => "There are as many addresses as there may be. Remove one first.",
        WebhookRefusal.NoNegotiation => "There is no such negotiation any more. Choose another one.",
        WebhookRefusal.NotFound => "That is not there any more: it was removed meanwhile.",
        WebhookRefusal.BeingSent => "It is being sent at this moment. Look again in a minute.",
        WebhookRefusal.NotAdministrator => "Only administrators may do that, and you are none any more.",
    }];

    /// <summary>A moment, to the minute in UTC, as tables of administration write it.</summary>
    public static string Stamp(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
