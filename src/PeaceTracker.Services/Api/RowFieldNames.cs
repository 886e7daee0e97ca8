using System.Collections.Concurrent;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Services.Api;

/// <summary>The fields of rows by their names in files.</summary>
internal static class RowFieldNames
{
    public const string Key = "key", Supersedes = "supersedes", Reason = "reason", Retracted = "retracted", Earlier = "earlier";

    private static readonly ConcurrentDictionary<Type, IReadOnlySet<string>> OfTypes = new();

    /// <summary>What no correction changes: it is said by the program.</summary>
    public static IReadOnlySet<string> Kept { get; } =
        new HashSet<string>(StringComparer.Ordinal) { Key, "kind", Supersedes, Reason, Retracted, Earlier, "recordedAt", "recordedBy" };

    /// <summary>The fields of rows of a type.</summary>
    public static IReadOnlySet<string> Of(Type type) => OfTypes.GetOrAdd(type, row =>
        NegotiationFileFormat.Options.GetTypeInfo(row).Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal));
}
