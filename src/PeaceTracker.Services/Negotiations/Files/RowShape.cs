using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Text.Json.Serialization.Metadata;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>What objects of one type look like in a file, found out once for all of a hundred thousand rows.</summary>
/// <param name="Properties">The properties, in their order.</param>
/// <param name="Places">The place of each by its name.</param>
/// <param name="Create">What makes an object of which nothing is known.</param>
internal sealed record RowShape(IReadOnlyList<JsonPropertyInfo> Properties, Dictionary<string, int> Places, Func<object> Create)
{
    private static readonly ConcurrentDictionary<Type, RowShape> Known = new();
    private static readonly ConcurrentDictionary<Type, Type?> Items = new();
    private static readonly ConcurrentDictionary<Type, Func<int, IList>> Lists = new();

    /// <summary>That of a type.</summary>
    public static RowShape Of(Type type) => Known.GetOrAdd(type, static of =>
    {
        var info = NegotiationFileFormat.Options.GetTypeInfo(of);
        return new RowShape(
            [.. info.Properties], info.Properties.Index().ToDictionary(p => p.Item.Name, p => p.Index, StringComparer.Ordinal), info.CreateObject!);
    });

    /// <summary>The type of what a list of a type holds; null of one that is no list.</summary>
    public static Type? ItemOf(Type type) => Items.GetOrAdd(type, static of =>
        of.IsGenericType && of.GetGenericTypeDefinition() is var list && (list == typeof(IReadOnlyList<>) || list == typeof(List<>))
            ? of.GetGenericArguments()[0] : null);

    /// <summary>An empty list of items of a type.</summary>
    public static IList List(Type item, int capacity) => Lists.GetOrAdd(item, static of =>
    {
        var room = Expression.Parameter(typeof(int));
        return Expression.Lambda<Func<int, IList>>(
            Expression.New(typeof(List<>).MakeGenericType(of).GetConstructor([typeof(int)])!, room), room).Compile();
    })(capacity);
}
