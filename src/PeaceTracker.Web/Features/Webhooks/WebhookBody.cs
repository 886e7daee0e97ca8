using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Export;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.Webhooks;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Hosting;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Webhooks;

/// <summary>What a delivery says: a change of a published board in the lines of the feed of changes, and links that always show the same.</summary>
public sealed class WebhookBody(PublishedChanges changes, IStringLocalizer<Text> l)
{
    /// <summary>The name of what happened.</summary>
    public const string Event = "change.published";

    /// <summary>The most lines that a delivery holds; how many there are more, it says.</summary>
    public const int MostLines = 100;

    /// <summary>The bytes that are sent; null where the board is not published now.</summary>
    public async Task<byte[]?> MakeAsync(ClaimedDelivery claimed, CancellationToken cancellationToken)
    {
        var (hook, delivery) = claimed;
        if (await changes.FindAsync(delivery.Slug, delivery.ChangeNumber, cancellationToken) is not { } published)
        {
            return null;
        }

        // Nobody’s request, and so nobody’s language: that of the pages.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Offered[0];
        var (change, at) = (published.Change, published.At);
        var address = new BoardAddress(delivery.Slug, BoardMoment.Present.Fixed(at.Date, change.Number));
        var body = new Told(
            delivery.Id,
            Event,
            new ToldNegotiation(delivery.Slug, at.Negotiation.Title, at.Negotiation.Fictional, hook.Origin + address.Summary),
            new ToldChange(change.Number, change.RecordedAt, PublishOutcome.WithoutNames(change.Summary), hook.Origin + address.Changes),
            [.. published.Items.Take(MostLines).Select(item => Line(item, published, address, hook.Origin))],
            Math.Max(0, published.Items.Count - MostLines));
        return JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options);
    }

    private ToldLine Line(ChangeItem item, PublishedChange published, BoardAddress address, string origin)
    {
        var board = published.At.Board;
        return new ToldLine(
            ScaleWord.Of(item.Subject), ScaleWord.Of(item.Entry), BoardAddress.Format(item.Date)!,
            Isolation.Without(ChangesAtom.Title(item, board, l)), Isolation.Without(string.Join(" ", ChangesAtom.Said(item, board, l))),
            item.IssueKey, item.DyadKey, item.PartyKey,
            item.From is { } from ? ScaleWord.Of(from) : null, item.To is { } to ? ScaleWord.Of(to) : null,
            ChangeWords.Link(item, address) is { } place ? origin + place : null);
    }

    private sealed record Told(
        string Delivery, string Event, ToldNegotiation Negotiation, ToldChange Change, IReadOnlyList<ToldLine> Lines, int MoreLines);

    private sealed record ToldNegotiation(string Slug, string Title, bool Fictional, string Address);

    private sealed record ToldChange(long Number, DateTime RecordedAt, string Summary, string Address);

    private sealed record ToldLine(
        string Subject, string Entry, string Date, string Title, string Text, string? Issue, string? Pair, string? Party, string? From, string? To,
        string? Address);
}
