using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Rows;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Rows;

public class FieldWordsTests : ComponentTests
{
    private static readonly NegotiationRecord Record = Named();
    private static readonly Board Board = new(Record, 1);

    [Theory]
    [InlineData("level", "\"agreed-in-principle\"", "Agreed in principle")]
    [InlineData("stance", "\"accepts-with-conditions\"", "Accepts with conditions")]
    [InlineData("end", "\"withdrawn\"", "withdrawn")]
    [InlineData("startsOn", "\"2026-01-05\"", "5 January 2026")]
    [InlineData("dateAsPrinted", "\"2026-01-05\"", "2026-01-05")] // words of a source, which happen to look like a date
    [InlineData("retracted", "{\"at\":\"2026-01-05T09:30:00Z\",\"reason\":\"Twice.\"}", "At: 5 January 2026, 09:30 UTC, Reason: Twice.")]
    [InlineData("occurredOn", "{\"day\":\"2026-01-01\",\"precision\":\"month\"}", "January 2026")]
    [InlineData("startsOn", "{\"day\":\"2026-01-05\",\"precision\":\"week\"}", "week of 5 January 2026")]
    [InlineData("credibility", "2", "2: Probably true")]
    [InlineData("figure", "90.0", "90%")]
    [InlineData("figure", "89.3", "89.3%")]
    [InlineData("dateTentative", "true", "yes")]
    [InlineData("pages", "9", "9")]
    [InlineData("toParties", "[\"a\", \"b\"]", "Alland; Beland")]
    [InlineData("dyads", "[\"a-b\"]", "Alland–Beland")]
    [InlineData("delegations", "[{\"party\":\"b\",\"note\":\"led by two\"}]", "Party: Beland, Note: led by two")]
    [InlineData("party", "\"gone\"", "gone")] // a key that the board hasn't
    [InlineData("party", null, "")]
    public void Words_Field_AreThoseOfThePages(string field, string? json, string expected) =>
        Assert.Equal(expected, Words(field, json is null ? null : JsonNode.Parse(json)), ignoreCase: field == "end");

    public static TheoryData<string> Sections => [.. RecordSections.All.Select(section => section.Name)];

    // By the type of each property, so that a field added later is asked for its words from its first day.
    [Theory]
    [MemberData(nameof(Sections))]
    public void Words_EveryFieldOfEveryRow_AreWordsOfItsType(string name)
    {
        var section = RecordSections.Named(name);
        var full = FullRecord.Make();

        var missing = Properties(section.RowType).SelectMany(property => Unworded(property, full)).ToList();

        Assert.NotEmpty(Properties(section.RowType));
        Assert.Empty(missing);
    }

    // The values of a property that are shown as the file writes them.
    private IEnumerable<string> Unworded(PropertyInfo property, NegotiationRecord full)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var board = new Board(full, 1);
        var field = FileNames.Of(property);
        string Shown(object value) => L.Words(board, field, JsonSerializer.SerializeToNode(value));
        return type switch
        {
            _ when type.IsEnum && !OwnFields.Contains(field) => FileNames.Words(type)
                .Where(word => word.Contains('-', StringComparison.Ordinal) && Shown(word) == word).Select(word => $"{field}: {word}"),
            _ when type == typeof(DateOnly) => Shown("2026-01-05") == "5 January 2026" ? [] : [field],
            _ when type == typeof(DateTime) => Shown("2026-01-05T09:30:00Z") == "5 January 2026, 09:30 UTC" ? [] : [field],
            _ when type == typeof(bool) => Shown(true) == "yes" ? [] : [field],
            _ when RefersToAnother(property) => RecordSections.Lists.Any(list => Shown(list.In(full)[0].Key) != list.In(full)[0].Key) ? [] : [field],
            _ => [],
        };
    }

    // Histories show what an entry did to the record, and which one it took the place of, in their own way; claims have no title.
    private static readonly string[] OwnFields = ["kind", "supersedes", "contradicts"];

    private static bool RefersToAnother(PropertyInfo property) => !OwnFields.Contains(FileNames.Of(property)) && property.Name != "Key"
        && (property.Name.EndsWith("Key", StringComparison.Ordinal) || property.Name.EndsWith("Keys", StringComparison.Ordinal));

    // Of a type and of what it is made of.
    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties().Where(property => property.CanWrite).SelectMany(property =>
        Part(property.PropertyType) is { } part ? Properties(part) : [property]);

    private static Type? Part(Type type)
    {
        var inner = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        return !inner.IsEnum && inner.Namespace?.StartsWith("PeaceTracker", StringComparison.Ordinal) == true ? inner : null;
    }

    private IStringLocalizer<Text> L => Services.GetRequiredService<IStringLocalizer<Text>>();

    private string Words(string field, JsonNode? value) => L.Words(Board, field, value);

    private static NegotiationRecord Named()
    {
        var record = new RecordBuilder().Issues(2, null).Build();
        return record with { Parties =
            [.. record.Parties.Select(party => party with { Name = party.Key == "a" ? "Alland" : "Beland", ShortName = null })] };
    }
}
