using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>What can't be recorded is refused at its place in what was sent, and nothing of it is written.</summary>
public sealed class RecordingRefusalTests(RecordingRefusalTests.Host host) : IClassFixture<RecordingRefusalTests.Host>
{
    private const string Source =
        """{ "publisher": "P", "headline": "H", "publishedOn": "2025-09-03", "dateAsPrinted": "3 September", "reliability": "B" }""";

    [Theory]
    [InlineData("sources", "{ \"publisher\": ", 400, "This is not JSON")]
    [InlineData("sources", "", 400, "This is not JSON")]
    [InlineData("sources", "[]", 400, "An object in braces belongs here, not a list.")]
    [InlineData("sources?dry_run=true", Source, 400, "“dry_run” means nothing at this address. It accepts “dryRun”.")]
    [InlineData("sources?dryRun=yes", Source, 400, "“dryRun” accepts true or false, not “yes”.")]
    [InlineData("sources?dryRun", Source, 400, "“dryRun” accepts true or false, not “”.")]
    [InlineData("sources?dryRun=true&dryRun=false", Source, 400, "“dryRun” accepts true or false, not “true,false”.")]
    [InlineData("sources/none/retractions", """{ "reason": "R." }""", 404, "There is no row with this key on the board.")]
    [InlineData("sources/none/corrections", """{ "row": {}, "seen": 2 }""", 404, "There is no row with this key on the board.")]
    public async Task Post_NotToBeRead_IsAProblemInASentence(string path, string body, int status, string sentence)
    {
        var (answered, problem, _) = await (await ClientAsync()).PostAsync(path, body);

        Assert.Equal(status, answered);
        Assert.Contains(sentence, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sources", """{ "publisher": "P" }""", "headline", "The property is missing.")]
    [InlineData("sources", """{ "publisher": null, "headline": "H" }""", "publisher", "The property is missing.")]
    [InlineData("sources", """{ "publishers": "P" }""", "publishers", "Did you mean “publisher”?")]
    [InlineData("sources", """{ "publisher": 5 }""", "publisher", "A text in quotation marks belongs here, not “5”.")]
    [InlineData("sources", """{ "retracted": { "reason": "R." } }""", "retracted", "Leave it out of a new row")]
    [InlineData("status-events", """{ "level": "agred-in-principle" }""", "level", "Did you mean “agreed-in-principle”?")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": { "headline": "H" } }""", "seen", "Give the number of the change")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": { "headline": "" }, "seen": 2 }""", "row.headline", "The text is empty.")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": { "key": "k" }, "seen": 2 }""", "row.key", "can’t be changed")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "seen": 2 }""", "row", "Give the fields of the row")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": { "headline": "H" }, "seen": 1 }""", "seen", "did not exist yet at change")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": {}, "seen": 2, "sine": 1 }""", "sine", "Did you mean “since”?")]
    [InlineData("issues/boundary/corrections", """{ "row": { "salience": 1 }, "seen": 2 }""", "since", "Say from which day it applies")]
    [InlineData("positions/elorie-charter-2/corrections", """{ "row": { "text": "T." } }""", "reason", "Say in one sentence what was wrong.")]
    [InlineData("sources/mediator-2025-09/retractions", """{ "reason": " " }""", "reason", "Give the reason in a sentence")]
    [InlineData("outcomes", """{ "newRound": {} }""", "newRound.title", "Give the round a title")]
    [InlineData("outcomes", """{ "round": "none" }""", "round", "There is no round “none” on the board.")]
    [InlineData("outcomes", """{ "statusEvents": [{}] }""", "statusEvents[0].issue", "Choose the issue")]
    [InlineData("outcomes", """{ "positions": [{ "citations": [{ "newSource": {} }] }] }""", "positions[0].citations[0].newSource", "no such")]
    [InlineData("outcomes", """{ "draft": "yes" }""", "draft", "true or false belongs here, not a text.")]
    [InlineData("outcomes", """{ "claims": [{ "figure": 90 }] }""", "claims[0].ofWhat", "Say of what")]
    [InlineData("outcomes", """{ "draft": true, "draft": false }""", "draft", "The property is given twice.")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": {}, "row": {}, "seen": 2 }""", "row", "The property is given twice.")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": { "headline": "H", "headline": "I" }, "seen": 2 }""", "row.headline", "twice.")]
    [InlineData("sources/mediator-2025-09/corrections", """{ "row": { "headline": "H" }, "seen": 99999 }""", "seen", "There is no change 99999 yet")]
    [InlineData("sources", """{ "key": "new" }""", "key", "“new” is reserved for new rows in addresses.")]
    [InlineData("outcomes", "{}", "", "Nothing is recorded yet.")]
    public async Task Post_NotToBeRecorded_SaysSoAtThePlace(string path, string body, string field, string sentence)
    {
        var newest = await ApiClient.NewestAsync(host);

        var (status, problem, _) = await (await ClientAsync()).PostAsync(path, body);

        Assert.Equal(422, status);
        Assert.Contains(sentence, ApiClient.At(problem, field), StringComparison.Ordinal);
        Assert.Equal(newest, await ApiClient.NewestAsync(host));
    }

    [Fact]
    public async Task Post_TooLargeOrOfAnotherKind_IsNotRead()
    {
        var client = await ClientAsync();
        var large = $$"""{ "publisher": "{{new string('x', 1024 * 1024)}}" }""";

        Assert.Equal(413, (await client.PostAsync("sources", large)).Status);
        Assert.Equal(415, (await client.PostAsync("sources", Source, type: "text/plain")).Status);
        Assert.Equal(400, (await client.PostAsync("sources", Source, key: new string('k', 201))).Status);
        Assert.Equal(404, (await client.PostAsync("summary", Source)).Status);
        var (status, problem, put) = await client.SendAsync(new HttpRequestMessage(HttpMethod.Put, ApiClient.Board + "/sources"));
        Assert.Equal((405, "GET, HEAD, POST"), (status, string.Join(", ", put.Content.Headers.Allow)));
        Assert.Contains("corrections are POST too", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    // What is said to be in another encoding is not read as if it were not.
    [Theory]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"latin1\"", 415)]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("application/json; charset=\"utf-8\"", 200)]
    [InlineData("application/json; charset=\"UTF-8\"", 200)]
    [InlineData("application/json;", 200)]
    [InlineData("application/json", 200)]
    public async Task Post_InAnotherEncoding_IsRefusedInASentence(string type, int expected)
    {
        var (status, problem, _) = await (await ClientAsync()).PostAsync("sources?dryRun=true", Source, type: type);

        Assert.Equal(expected, status);
        Assert.True(status == 200 || problem.GetProperty("detail").GetString()!.StartsWith("Send JSON in UTF-8: ", StringComparison.Ordinal));
    }

    // What a letter hides that nobody sees is taken out, as it is where it is typed.
    [Fact]
    public async Task Post_UnseenCharacters_AreTakenOut()
    {
        var (status, answer, _) = await (await ClientAsync()).PostAsync(
            "sources?dryRun=true", Source.Replace("\"H\"", "\"Har\\u200Bbour\\nPost\"", StringComparison.Ordinal));

        Assert.Equal(200, status);
        Assert.Equal("Harbour Post", answer.GetProperty("rows")[0].GetProperty("after").GetProperty("headline").GetString());
    }

    private Task<ApiClient> ClientAsync() => ApiClient.OfAsync(host, AccountRole.Editor);

    public sealed class Host : TrackerHost
    {
        public Host() => WithExample = true;
    }
}
