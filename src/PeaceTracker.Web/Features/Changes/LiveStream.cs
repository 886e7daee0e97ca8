using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Changes;
using PeaceTracker.Web.Hosting;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Changes;

/// <summary>
/// Tells open pages that their negotiation moved: a stream of server-sent events with the number of its newest change and nothing
/// else, and on request what was done since a number. What a page shows it asks for again, by the way every reader goes: so
/// whoever decides who may read decides it for the paths under <c>/live</c> as for the pages, and nowhere here.
/// </summary>
internal static class LiveStream
{
    private const string Path = "/live/{slug}";

    /// <summary>The address of a negotiation's stream.</summary>
    public static string AddressOf(string slug) => Site.At($"/live/{slug}");

    /// <summary>Maps both, and ends all streams when the program stops.</summary>
    public static void MapLive(this WebApplication app)
    {
        app.MapGet(Path, StreamAsync).ExcludeFromDescription();
        // Kept like a document: after a change everybody asks for the same.
        app.MapGet(Path + "/since/{number:long}", SinceAsync)
            .WithMetadata(KeptAsDocument.Mark).ExcludeFromDescription();
        var streams = app.Services.GetRequiredService<OpenStreams>();
        app.Lifetime.ApplicationStopping.Register(streams.End);
    }

    private static async Task StreamAsync(HttpContext http, string slug, OpenStreams streams, ChangeReader changes, ChangeBus bus)
    {
        using var person = new PersonWatch(http);
        var gone = person.Ended;
        // Opened before the store is asked, so that a change between the two is not missed.
        using var stream = streams.Open(slug);
        if (await changes.PlaceAsync(slug, gone) is not { } place || !http.User.MaySee(place.IsPublished))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        stream.Reach(place);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no"; // the same request to a proxy in front
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (http.IsHead())
        {
            return;
        }

        // Between one and three seconds: after a restart not all come back in the same moment.
        await http.Response.WriteAsync(Text($"retry: {Random.Shared.Next(1000, 3000)}\n\n{History(bus)}"), gone);
        try
        {
            for (long sent = 0; !streams.Ended;)
            {
                var next = stream.Next;
                var newest = stream.Number;
                if (!http.User.MaySee(stream.IsPublished))
                {
                    return; // taken off meanwhile
                }

                await http.Response.WriteAsync(newest > sent ? Text($"data: {newest}\n\n") : Beat, gone);
                await http.Response.Body.FlushAsync(gone);
                sent = newest;
                await next.WaitAsync(gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The reader has left, or may not read on.
        }
    }

    private static async Task<Results<Ok<News>, NotFound>> SinceAsync(
        HttpContext http, string slug, long number, ChangeReader changes, IStringLocalizer<Text> l, CancellationToken cancellationToken)
    {
        if (await changes.PlaceAsync(slug, cancellationToken) is not { } place || !http.User.MaySee(place.IsPublished)
            || await changes.SinceAsync(slug, number, cancellationToken) is not { } later)
        {
            return TypedResults.NotFound();
        }

        var told = string.Join(' ', later.Sentences);
        var unsaid = later.Count - later.Sentences.Count;
        return TypedResults.Ok(new News(
            later.Number,
            later.Count == 0 ? l["Updated just now."]
            : unsaid == 0 ? l["Updated just now: {0}", told]
            : unsaid == 1 ? l["Updated just now: {0} Also one earlier change.", told]
            : l["Updated just now: {0} Also {1} earlier changes.", told, unsaid]));
    }

    // A page that hears nothing for long is cut off without knowing, and asks by itself.
    private const string Beat = "event: beat\ndata:\n\n";

    // Where another store was put in the place of the one that a page was made from, its numbers mean nothing here.
    private static string History(ChangeBus bus) => bus.History.Length == 0 ? "" : $"event: history\ndata: {bus.History}\n\n";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a page says once it is made again.</summary>
    /// <param name="Number">The number of the newest change.</param>
    /// <param name="Text">One line for the reader.</param>
    internal sealed record News(long Number, string Text);
}
