using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Reading;

/// <summary>
/// Parts of pages that hang on a board, its date, the moment that its links keep, the language, and the terms that stand before them, and on nothing
/// else: each is drawn once and kept as text with the board's snapshot, for all documents that have it. It is drawn without a request, so that it
/// can't know who asks. See docs/decisions/0071.
/// </summary>
public sealed class DrawnParts(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    // A snapshot is asked for by an address or two, and the strangest crawler fills no more. Those of the present, which all ask for, always have
    // room.
    private const int MostOfSnapshot = 8;

    private readonly ConditionalWeakTable<BoardSnapshot, ConcurrentDictionary<Asked, Kept>> _kept = [];
    private readonly Queue<(WeakReference<ConcurrentDictionary<Asked, Kept>> Of, Asked Asked, int Length)> _inOrder = new();
    private readonly Lock _room = new();
    private long _held, _drawn;

    /// <summary>
    /// How many characters all that are kept may have together; the one that was drawn first goes first, unless it was asked for again: whoever goes
    /// through all dates pushes nothing out that is read.
    /// </summary>
    public long Most { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many they have at most: what went with its snapshot is counted until its turn comes.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>How many were drawn.</summary>
    public long Drawn => Interlocked.Read(ref _drawn);

    /// <summary>A part of a page, drawn now where it was not before.</summary>
    /// <typeparam name="TPart">The component; its one parameter is <c>At</c>, and it has the cascading values of a page of a negotiation.</typeparam>
    /// <param name="at">The board on the date.</param>
    /// <param name="address">Where its links lead.</param>
    /// <param name="before">The terms that stand on the page before it.</param>
    public async ValueTask<DrawnPart> OfAsync<TPart>(BoardSnapshot at, BoardAddress address, IReadOnlyList<Term> before) where TPart : IComponent
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(before);
        var kept = _kept.GetOrCreateValue(at);
        var asked = new Asked(
            typeof(TPart), address.Moment, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture,
            before.Aggregate(0L, (set, term) => set | (1L << (int)term)));
        if (kept.TryGetValue(asked, out var there))
        {
            there.IsAskedAgain = true;
            return there.Part;
        }

        var drawn = await DrawAsync<TPart>(at, address, before);
        Keep(kept, asked, drawn);
        return drawn;
    }

    private void Keep(ConcurrentDictionary<Asked, Kept> kept, Asked asked, DrawnPart drawn)
    {
        lock (_room)
        {
            if ((kept.Count >= MostOfSnapshot && asked.Moment != BoardMoment.Present) || !kept.TryAdd(asked, new(drawn)))
            {
                return;
            }

            _held += drawn.Html.Length;
            _inOrder.Enqueue((new(kept), asked, drawn.Html.Length));
            while (_held > Most)
            {
                var first = _inOrder.Dequeue();
                var of = first.Of.TryGetTarget(out var those) ? those : null;
                if (of?.GetValueOrDefault(first.Asked) is { IsAskedAgain: true } read)
                {
                    read.IsAskedAgain = false;
                    _inOrder.Enqueue(first);
                    continue;
                }

                _held -= first.Length;
                of?.TryRemove(first.Asked, out _);
            }
        }
    }

    private async Task<DrawnPart> DrawAsync<TPart>(BoardSnapshot at, BoardAddress address, IReadOnlyList<Term> before) where TPart : IComponent
    {
        Interlocked.Increment(ref _drawn);
        var terms = new PageTerms();
        foreach (var term in before)
        {
            terms.Add(term);
        }

        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(new ForAll(scope.ServiceProvider), logs);
        var drawing = renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<PartFrame<TPart>>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PartFrame<>.At)] = at, [nameof(PartFrame<>.Address)] = address, [nameof(PartFrame<>.Terms)] = terms,
            }));
            return root.ToHtmlString();
        });
        // The page around it goes on with the terms that stand in it.
        return !drawing.IsCompleted
            ? throw new InvalidOperationException($"{typeof(TPart).Name} waits for something: it can’t be drawn once for all.")
            : new(await drawing, [.. terms.All.Skip(before.Count)]);
    }

    // What a part can't have, since it would be one reader's, or of one moment: shown to all, it would be wrong.
    private sealed class ForAll(IServiceProvider all) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IHttpContextAccessor) || serviceType == typeof(TimeProvider)
                ? throw new InvalidOperationException($"A part that is drawn once for all can’t have a {serviceType.Name}.")
                : all.GetService(serviceType);
    }

    private sealed class Kept(DrawnPart part)
    {
        public DrawnPart Part { get; } = part;

        public bool IsAskedAgain { get; set; }
    }

    private readonly record struct Asked(Type Part, BoardMoment Moment, CultureInfo Culture, CultureInfo Words, long Before);
}

/// <summary>A part of a page as text.</summary>
/// <param name="Html">Its markup.</param>
/// <param name="Terms">The terms that stand in it and not before it, in their order.</param>
public sealed record DrawnPart(string Html, IReadOnlyList<Term> Terms);
