using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PeaceTracker.Domain.Claims;
using PeaceTracker.Domain.Drafts;
using PeaceTracker.Domain.Issues;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Domain.Talks;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Data.Conversions;

/// <summary>
/// Lists of values (keys, citations, versions and the like) are one JSON text column each. They are read and written with their
/// owner and never asked for alone, so tables of their own would cost joins and serve nobody.
/// </summary>
internal static class JsonLists
{
    // The words in the store are the domain's own, so renaming a member here is a change of the stored format.
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Makes every list of a value type a JSON column. A list type that is missing here fails the building of the model.</summary>
    public static void Configure(ModelConfigurationBuilder builder)
    {
        Add<string>(builder);
        builder.Properties<IReadOnlyList<Citation>>().HaveConversion<SharedConverter<Citation>, Comparer<Citation>>();
        Add<PartyRole>(builder);
        Add<Linkage>(builder);
        Add<ScopeChange>(builder);
        Add<Delegation>(builder);
        Add<GroupMember>(builder);
        Add<GroupOutput>(builder);
        Add<DraftVersion>(builder);
        Add<Claimant>(builder);
        Add<Appearance>(builder);
        Add<EarlierIssue>(builder);
        Add<EarlierDyad>(builder);
        Add<EarlierParty>(builder);
        Add<EarlierStaleness>(builder);
        Add<HeadlineChoice>(builder);
        Add<SavedRow>(builder);
    }

    private static void Add<T>(ModelConfigurationBuilder builder) =>
        builder.Properties<IReadOnlyList<T>>().HaveConversion<Converter<T>, Comparer<T>>();

    private static string Write<T>(IReadOnlyList<T> list) => list.Count == 0 ? "[]" : JsonSerializer.Serialize(list, Options);

    private static T[] Read<T>(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<T[]>(json, Options)!;

    internal sealed class Converter<T>() : ValueConverter<IReadOnlyList<T>, string>(list => Write(list), json => Read<T>(json));

    // Of lists that many rows have alike, such as what an outcome cites for each of its entries: rows that are read near each other share one.
    internal sealed class SharedConverter<T>() : ValueConverter<IReadOnlyList<T>, string>(list => Write(list), json => Shared<T>.Of(json));

    /// <summary>Lists that were read lately, by their text: each has one place, and the next with the same takes it.</summary>
    internal static class Shared<T>
    {
        private const int Longest = 200;
        private static readonly Kept?[] Recent = new Kept?[4096];

        /// <summary>The list of a text.</summary>
        public static T[] Of(string json)
        {
            if (json.Length > Longest)
            {
                return Read<T>(json);
            }

            ref var place = ref Recent[(uint)json.GetHashCode(StringComparison.Ordinal) % (uint)Recent.Length];
            if (place is { } kept && kept.Json == json)
            {
                return kept.List;
            }

            var list = Read<T>(json);
            place = new(json, list);
            return list;
        }

        private sealed record Kept(string Json, T[] List);
    }

    // Lists are immutable, so the snapshot is the list itself; equality goes by what would be stored, because records compare
    // the lists within them by reference.
    internal sealed class Comparer<T>() : ValueComparer<IReadOnlyList<T>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && Write(a) == Write(b)),
        list => Write(list).GetHashCode(StringComparison.Ordinal),
        list => list);
}
