using System.Text.Json;
using System.Text.Json.Nodes;
using PeaceTracker.Testing;
using PeaceTracker.Tests.Changes;
using static PeaceTracker.Tests.Negotiations.Files.FileEdits;

namespace PeaceTracker.Tests.Negotiations.Files;

/// <summary>
/// A history that is not the one that was written is refused, with the place of the first thing that does not fit. The file is that of the
/// chained store: changes 1 (brought all), 2, 3, 4, 5, 6 and 8, for 7 was of another negotiation.
/// </summary>
public sealed class HistoryReaderTests(ChainedStore chained) : IClassFixture<ChainedStore>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_HistoryAsItWasWritten_HasEveryChange()
    {
        var result = await ReadAsync(await FileAsync());

        Assert.Empty(result.Errors);
        Assert.Equal([1, 2, 3, 4, 5, 6, 8], result.History!.Select(past => past.Change.Number));
        Assert.Equal([0, 1, 1, 1, 1, 1, 1], result.History!.Select(past => past.Rows.Count));
    }

    // However it is laid out: rows are hashed in one form.
    [Fact]
    public async Task Read_HistoryOnOneLine_IsRead() =>
        Assert.Empty((await ReadAsync(await FileAsync(), new JsonSerializerOptions { WriteIndented = false })).Errors);

    [Theory]
    [InlineData(2, "history[1].rows[0].after.title")]
    [InlineData(2, "history[1].rows[0].before.title")]
    [InlineData(4, "history[3].rows[0].before.title")]
    [InlineData(3, "history[2].rows[0].after.rationale")]
    [InlineData(4, "history[3].summary")]
    [InlineData(4, "history[3].recordedBy")]
    [InlineData(4, "history[3].account")]
    [InlineData(4, "history[3].what", "party-edited")]
    [InlineData(4, "history[3].recordedAt", "2026-01-02T00:00:00Z")]
    [InlineData(8, "history[6].previousHash")]
    [InlineData(1, "history[0].summary")]
    [InlineData(1, "issues[2].title")]
    [InlineData(1, "sources[0].headline")]
    public async Task Read_AlteredText_NamesTheFirstChangeThatDoesNotFit(int number, string path, string text = "Altered")
    {
        var file = await FileAsync();
        Put(file, path, text);

        await AssertDoesNotFitAsync(file, number);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task Read_ChangeLeftOut_NamesTheOneAfterIt(int number)
    {
        var file = await FileAsync();
        History(file).RemoveAt(number - 1);

        await AssertDoesNotFitAsync(file, number + 1);
    }

    // The gap before 8 makes room: without the number in the hash nobody could tell.
    [Fact]
    public async Task Read_ChangeNumberedAnew_NamesIt()
    {
        var file = await FileAsync();
        Put(file, "history[6].number", 9);

        await AssertDoesNotFitAsync(file, 9);
    }

    [Fact]
    public async Task Read_HashTakenAway_NamesTheChange()
    {
        var file = await FileAsync();
        History(file)[4]!.AsObject().Remove("hash");

        await AssertDoesNotFitAsync(file, 5);
    }

    // Without hashes nobody can tell what was altered, but not everything fits together all the same.
    [Theory]
    [InlineData("history[1].number", "3", "history[2].number", "already used at history[1]")]
    [InlineData("history[1].number", "4", "history[2].number", "Change 3 comes after change 4")]
    [InlineData("history[1].number", "0", "history[1].number", "count from 1")]
    [InlineData("history[6].number", "9000000000000", "history[6].number", "count from 1, up to 1000000000")]
    [InlineData("history[6].number", "-8", "history[6].number", "A whole number, from 1")]
    [InlineData("history[6].number", "1e400", "history[6].number", "A whole number, from 1")]
    [InlineData("history[6].recordedAt", "\"2199-01-01T00:00:00Z\"", "history[6].recordedAt", "is in the future")]
    [InlineData("history[6].recordedAt", "\"0026-01-01T00:00:00Z\"", "history[6].recordedAt", "outside 1900 to 2200")]
    [InlineData("history[6].recordedAt", "\"yesterday\"", "history[6].recordedAt", "A moment in UTC")]
    [InlineData("history[6].recordedBy", "\" \"", "history[6].recordedBy", "The text is empty")]
    [InlineData("history[6].what", "\"Party edited\"", "history[6].what", "is not a key")]
    [InlineData("history[6].previousHash", "null", "history[6].previousHash", "null says nothing")]
    [InlineData("history[6].sumary", "\"X\"", "history[6].sumary", "no such property")]
    [InlineData("history[3].previousHash", "\"X\"", "history[3].previousHash", "The change before, 3, is in this file")]
    [InlineData("history[1].rows[0].section", "\"issue\"", "history[1].rows[0].section", "Did you mean “issues”?")]
    [InlineData("history[1].rows[0].section", "\"votes\"", "history[1].rows[0].section", "There is no section “votes”")]
    [InlineData("history[1].rows[0].before", "\"X\"", "history[1].rows[0].before", "A row, an object in braces")]
    [InlineData("history[1].rows[0].before.key", "\"i-9\"", "history[1].rows[0].before", "A row keeps its key")]
    [InlineData("history[1].rows[0].before.salience", "\"high\"", "history[1].rows[0].before.salience", "A whole number")]
    [InlineData("history[3].rows[0].before.title", "\"X\"", "history[3].rows[0].before", "change 2 left it otherwise")]
    [InlineData("history[4].rows[0].after.title", "\"X\"", "issues[1]", "not what change 5, the last of this row in the history, left")]
    [InlineData("negotiation.title", "\"X\"", "negotiation", "not what change 6, the last of this row in the history, left")]
    [InlineData("history[2].rows[0].before", "{after}", "history[2].rows[0].before", "never written over")]
    [InlineData("history[2].rows[0].after.issue", "\"nowhere\"", "history[2]", "As change 3 left it, the record breaks a rule")]
    [InlineData("history[1].rows[0].before.dyads[0]", "\"nowhere\"", "history[0]", "As change 1 left it, the record breaks a rule")]
    [InlineData("history", "[]", "history", "There is no change in it")]
    [InlineData("history", "{}", "history", "A list in square brackets")]
    [InlineData("history[1]", "7", "history[1]", "An object in braces")]
    public async Task Read_HistoryThatDoesNotHoldTogether_IsRefusedAtItsPlace(string path, string json, string at, string words)
    {
        var file = WithoutHashes(await FileAsync());
        Put(file, path, json == "{after}" ? At(file, "history[2].rows[0].after").DeepClone() : JsonNode.Parse(json));

        var error = (await ReadAsync(file)).Errors[0];

        Assert.Equal(at, error.Path);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.True(error.Line > 1, "the line has to be said");
    }

    [Theory]
    [InlineData("history[1].rows[0].before", "history[0]", "As change 1 left it, the record breaks a rule")]
    [InlineData("history[3].rows[0].before", "history[3].rows[0]", "was there already")]
    [InlineData("history[5].rows[0].before", "history[5].rows[0]", "was there already")]
    [InlineData("history[1].rows[0].after", "history[1].rows[0].after", "It is required")]
    [InlineData("history[1].rows[0].before.recordedAt", "history[1].rows[0].before.recordedAt", "has moments of its own")]
    [InlineData("statusEvents[3]", "history[2].rows[0]", "The file has no status event")]
    public async Task Read_PartTakenAway_IsRefusedAtItsPlace(string path, string at, string words)
    {
        var file = WithoutHashes(await FileAsync());
        var gone = At(file, path);
        if (gone.Parent is JsonArray list)
        {
            list.Remove(gone);
        }
        else
        {
            gone.Parent!.AsObject().Remove(gone.GetPropertyName());
        }

        var error = (await ReadAsync(file)).Errors[0];

        Assert.Equal(at, error.Path);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_RowWrittenTwiceByAChange_IsRefused()
    {
        var file = WithoutHashes(await FileAsync());
        var rows = At(file, "history[1].rows").AsArray();
        rows.Add(rows[0]!.DeepClone());

        var error = Assert.Single((await ReadAsync(file)).Errors);

        Assert.Equal("history[1].rows[1]", error.Path);
        Assert.Contains("A change writes a row once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_BeforeOfARowThatNeverWas_IsRefused()
    {
        var file = WithoutHashes(await FileAsync());
        foreach (var path in new[] { "", ".before", ".after" })
        {
            Put(file, $"history[1].rows[0]{path}.key", "nowhere");
        }

        var error = Assert.Single((await ReadAsync(file)).Errors);

        Assert.Equal("history[1].rows[0].before", error.Path);
        Assert.Contains("There was no issue “nowhere” before change 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_RowsInAnotherOrderThanTheyWereEntered_AreRefused()
    {
        var file = WithoutHashes(await FileAsync());
        var events = file["statusEvents"]!.AsArray();
        var last = events[^1]!.DeepClone();
        events.RemoveAt(events.Count - 1);
        events.Insert(0, last);

        Assert.Contains("Put the rows in that order", Assert.Single((await ReadAsync(file)).Errors).Message, StringComparison.Ordinal);
    }

    // Change 7 began it with an empty board.
    [Fact]
    public async Task Read_NegotiationThatBeganEmpty_IsReadAndHasNoRowThatNobodyWrote()
    {
        var sound = await ReadAsync(await FileAsync("another"));
        var file = WithoutHashes(await FileAsync("another"));
        file["parties"] = JsonNode.Parse(
            """[ { "key": "a", "name": "A", "since": "2026-01-05", "recordedAt": "2026-01-05T12:00:00Z" } ]""");
        var unwritten = Assert.Single((await ReadAsync(file)).Errors);
        At(file, "history[0].rows[0]").AsObject()["section"] = "issues";

        Assert.Equal(7, Assert.Single(sound.History!).Change.Number);
        Assert.Equal("parties[0]", unwritten.Path);
        Assert.Contains("no change of the history wrote this row", unwritten.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_HistoryGivenTwice_IsRefused()
    {
        var text = (await FileAsync()).ToJsonString();
        var twice = text[..^1] + ",\"history\":[]}";

        Assert.Contains((await ReadAsync(twice)).Errors, e => e.Path == "history" && e.Message.Contains("given twice", StringComparison.Ordinal));
    }

    private async Task<JsonObject> FileAsync(string slug = RecordBuilder.Slug)
    {
        using var folder = chained.Copy();
        var path = Path.Combine(folder.Path, "file.json");
        await FileCommands.ExportAsync(folder.Path, slug, path);
        return JsonNode.Parse(await File.ReadAllTextAsync(path, Cancellation))!.AsObject();
    }

    private static async Task AssertDoesNotFitAsync(JsonObject file, int number)
    {
        var error = Assert.Single((await ReadAsync(file)).Errors);

        Assert.StartsWith($"Change {number} does not fit: ", error.Message, StringComparison.Ordinal);
        var at = History(file).ToList().FindIndex(change => (int)change!["number"]! == number);
        Assert.Equal($"history[{at}]", error.Path);
        Assert.True(error.Line > 1, "the line has to be said");
    }
}
