using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PeaceTracker.Domain.Changes;

namespace PeaceTracker.Services.Changes;

/// <summary>
/// The chain that holds the changes of a store together: each carries a hash of what it did and of the hash before it, so that nothing
/// can be altered, left out or slipped in without breaking all that follows. How it is computed is printed in docs/recompute.md.
/// </summary>
internal static class ChangeChain
{
    // In the first version neither number nor account was part of the hash, and it stood by itself.
    private const string Second = "2:";

    /// <summary>
    /// The hash of a change: "2:" and 64 hexadecimal digits, the SHA-256 of the texts that make it, each as "length:text," by its length in
    /// UTF-8 bytes; "-" for one that is not given. <paramref name="previous"/> is the hash of the change before in the store, null for the
    /// first; <paramref name="slug"/> the negotiation's, null where the change is of the whole store. The moment is taken to the
    /// microsecond, which is as exact as every store keeps it.
    /// </summary>
    public static string HashOf(string? previous, Change change, string? slug, IEnumerable<ChainedRow> rows) =>
        Second + HashOf(previous, change, slug, rows, [change.Number.ToString(CultureInfo.InvariantCulture), change.AccountId]);

    /// <summary>Whether a change carries the hash of what it did and of the hash before it, in the version in which it was made.</summary>
    public static bool Fits(string? previous, Change change, string? slug, IEnumerable<ChainedRow> rows) =>
        change.Hash == (change.Hash?.StartsWith(Second, StringComparison.Ordinal) == true
            ? HashOf(previous, change, slug, rows)
            : HashOf(previous, change, slug, rows, []));

    private static string HashOf(string? previous, Change change, string? slug, IEnumerable<ChainedRow> rows, IEnumerable<string?> also)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(previous);
        foreach (var text in also)
        {
            Add(text);
        }

        Add(change.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        Add(change.RecordedBy);
        Add(change.What);
        Add(change.Summary);
        Add(slug);
        foreach (var row in rows)
        {
            Add(row.Section);
            Add(row.Key);
            Add(row.Before);
            Add(row.After);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string? text)
        {
            if (text is null)
            {
                hash.AppendData("-"u8);
                return;
            }

            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
            hash.AppendData(","u8);
        }
    }
}

/// <summary>A row as the chain sees it, in the notation of the negotiation file.</summary>
/// <param name="Section">The section of the record.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Before">The row before; null where it is new.</param>
/// <param name="After">The row as it was written.</param>
internal readonly record struct ChainedRow(string Section, string Key, string? Before, string After);
