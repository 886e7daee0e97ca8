using System.Text.Json;
using System.Text.Json.Serialization;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Changes;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>A change as a file carries it.</summary>
internal sealed record FileChange
{
    /// <summary>Its number in the store.</summary>
    public required long Number { get; init; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>The account it was written from; null where none was.</summary>
    public string? Account { get; init; }

    /// <summary>What kind of change, in kebab case.</summary>
    public required string What { get; init; }

    /// <summary>What changed, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The hash of the change before it in the store, where that one is not in the file.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>Its hash; null where it was made before changes were chained.</summary>
    public string? Hash { get; init; }

    /// <summary>The rows it wrote; none where it brought the whole negotiation.</summary>
    public IReadOnlyList<FileRow> Rows { get; init; } = [];

    /// <summary>A change as it is written.</summary>
    public static FileChange Of(PastChange past) => new()
    {
        Number = past.Change.Number, RecordedAt = past.Change.RecordedAt, RecordedBy = past.Change.RecordedBy, Account = past.Change.AccountId,
        What = past.Change.What, Summary = past.Change.Summary, PreviousHash = past.Change.PreviousHash, Hash = past.Change.Hash,
        Rows = [.. past.Rows.Select(row => new FileRow
        {
            Section = row.Section, Key = row.Key, Before = row.Before is { } before ? new RowText(before) : null, After = new RowText(row.After),
        })],
    };

    /// <summary>The same as the store keeps it.</summary>
    public PastChange ToPast() => new(
        new Change
        {
            Number = Number, RecordedAt = RecordedAt, RecordedBy = RecordedBy, AccountId = Account, What = What, Summary = Summary,
            PreviousHash = PreviousHash, Hash = Hash,
        },
        [.. Rows.Select((row, i) => new RowChange
        {
            ChangeNumber = Number, Position = i + 1, Section = row.Section, Key = row.Key, Before = row.Before?.Text, After = row.After.Text,
        })]);
}

/// <summary>A row that a change wrote, as a file carries it.</summary>
internal sealed record FileRow
{
    /// <summary>Its section of the file.</summary>
    public required string Section { get; init; }

    /// <summary>Its key there.</summary>
    public required string Key { get; init; }

    /// <summary>The row before; null where it is new.</summary>
    public RowText? Before { get; init; }

    /// <summary>The row as it was written.</summary>
    public required RowText After { get; init; }
}

/// <summary>A row of a section, kept letter by letter, for its hash is made from its letters: in a file an object like any other.</summary>
/// <param name="text">The row as the store keeps it.</param>
internal sealed class RowText(string text)
{
    /// <summary>A row that was read from a file.</summary>
    public RowText(FileNode node)
        : this(node.ToJson()) => Node = node;

    /// <summary>The row as the store keeps it.</summary>
    public string Text => text;

    /// <summary>Where it stands in the file; null where it comes from the store.</summary>
    public FileNode? Node { get; }

    /// <summary>Writes it as the object that it is.</summary>
    internal sealed class Converter : JsonConverter<RowText>
    {
        public override RowText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Files are read by FileBinder.");

        public override void Write(Utf8JsonWriter writer, RowText value, JsonSerializerOptions options)
        {
            using var row = JsonDocument.Parse(value.Text);
            row.RootElement.WriteTo(writer);
        }
    }
}
