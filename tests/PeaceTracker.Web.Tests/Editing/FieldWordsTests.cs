using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Editing;
using PeaceTracker.Web.Tests.Shared;

namespace PeaceTracker.Web.Tests.Editing;

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
    [InlineData("dateTentative", "true", "yes")]
    [InlineData("pages", "9", "9")]
    [InlineData("toParties", "[\"a\", \"b\"]", "Alland; Beland")]
    [InlineData("dyads", "[\"a-b\"]", "Alland–Beland")]
    [InlineData("delegations", "[{\"party\":\"b\",\"note\":\"led by two\"}]", "Party: Beland, Note: led by two")]
    [InlineData("party", "\"gone\"", "gone")] // a key that the board hasn't
    [InlineData("party", null, "")]
    public void Words_Field_AreThoseOfThePages(string field, string? json, string expected) =>
        Assert.Equal(expected, Words(field, json is null ? null : JsonNode.Parse(json)), ignoreCase: field == "end");

    // Whatever a row holds: no value of a scale stands there as the file writes it.
    [Fact]
    public void Words_EveryRowOfAFullRecord_HoldNothingInTheNotationOfTheFile()
    {
        string[] written =
        [
            "agreed-in-principle", "text-agreed", "not-discussed", "not-applicable", "accepts-with-conditions", "called-off", "self-stated", "until-date", "open-ended", "whole-board", "2026-01-0",
        ];
        var full = FullRecord.Make();
        var words = EditKinds.All.SelectMany(kind => RecordRows.In(full, kind.Section)).SelectMany(row => RowFields.Compare(null, row.Row).Select(field => L.Words(new Board(full, 1), field.Field, field.After))).ToList();

        Assert.True(words.Count > 100);
        Assert.DoesNotContain(words, text => Array.Exists(written, w => text.Contains(w, StringComparison.Ordinal)));
    }

    private IStringLocalizer<Text> L => Services.GetRequiredService<IStringLocalizer<Text>>();

    private string Words(string field, JsonNode? value) => L.Words(Board, field, value);

    private static NegotiationRecord Named()
    {
        var record = new RecordBuilder().Issues(2, null).Build();
        return record with { Parties = [.. record.Parties.Select(party => party with { Name = party.Key == "a" ? "Alland" : "Beland", ShortName = null })] };
    }
}
