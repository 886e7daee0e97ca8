using System.Text.Json;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Web.Features.Api;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>Programs record by the API as people do by the forms: every kind of row, in the same sentences, and nothing in a dry run.</summary>
public sealed class RecordingTests(RecordingTests.Host host) : IClassFixture<RecordingTests.Host>
{
    private const string Source =
        """
        { "publisher": "The Harbour Post", "headline": "Ferry talks go on", "dateAsPrinted": "3 September 2025", "publishedOn": "2025-09-03",
          "reliability": "B" }
        """;

    public static TheoryData<string> Sections => [.. RecordSections.Lists.Select(list => list.Name)];

    [Fact]
    public async Task Add_Source_IsThereAtItsLocationUnderTheNameOfWhoeverSentIt()
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor, name: "Ada of the API");

        var (status, answer, message) = await ada.PostAsync("sources", Source);

        Assert.Equal(201, status);
        Assert.Equal(await ApiClient.NewestAsync(host), answer.GetProperty("change").GetInt64());
        var (_, row, _) = await ada.GetAsync(message.Headers.Location!.PathAndQuery);
        Assert.Equal("Ferry talks go on", row.GetProperty("headline").GetString());
        var (_, changes, _) = await ada.GetAsync($"{ApiClient.Board}/changes?after={answer.GetProperty("change").GetInt64() - 1}");
        Assert.Equal("Ada of the API", changes.GetProperty("items")[0].GetProperty("recordedBy").GetString());
    }

    // Whoever forgets a kind, or what can be sent of it, fails here.
    [Theory]
    [MemberData(nameof(Sections))]
    public async Task EveryKind_ItsExamples_WouldBeRecorded(string section)
    {
        var list = (RecordList)RecordSections.Named(section);
        var (path, name) = (ApiRecording.PathOf(list), ApiRecording.NameOf(list));
        var mia = await ApiClient.OfAsync(host, AccountRole.Manager);
        var newest = await ApiClient.NewestAsync(host);
        // As the example came, with the second change.
        var key = Uri.EscapeDataString(list.In(await ApiClient.RecordAsync(host, change: 2))[^1].Key);

        var (added, one, _) = await mia.PostAsync($"{path}?dryRun=true", Example($"add{name}"));
        var (corrected, two, _) = await mia.PostAsync($"{path}/{key}/corrections?dryRun=true", Example($"correct{name}"));
        var (retracted, three, _) = await mia.PostAsync($"{path}/{key}/retractions?dryRun=true", Example($"retract{name}"));

        Assert.True(added == 200, $"{one}");
        Assert.Equal(section, one.GetProperty("rows")[0].GetProperty("section").GetString());
        Assert.True(corrected == 200, $"{two}");
        // What is still used can't go.
        Assert.True(
            retracted == 200 || three.GetProperty("detail").GetString()!.StartsWith("It is used in", StringComparison.Ordinal), $"{three}");
        Assert.Equal(newest, await ApiClient.NewestAsync(host));
    }

    [Fact]
    public async Task Negotiation_Corrected_ByAManagerAlone()
    {
        var (ada, mia) = (await ApiClient.OfAsync(host, AccountRole.Editor), await ApiClient.OfAsync(host, AccountRole.Manager));

        Assert.Equal(403, (await ada.PostAsync("corrections?dryRun=true", Example("correctNegotiation"))).Status);
        Assert.Equal(200, (await mia.PostAsync("corrections?dryRun=true", Example("correctNegotiation"))).Status);
    }

    [Fact]
    public async Task Outcome_DryRunThenRecordedTwiceUnderOneKey_IsThereOnce()
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor);
        var newest = await ApiClient.NewestAsync(host);
        var (dry, foreseen, _) = await ada.PostAsync("outcomes?dryRun=true", Example("recordOutcome"));
        Assert.Equal((200, newest), (dry, await ApiClient.NewestAsync(host)));
        Assert.Equal("published", foreseen.GetProperty("state").GetString());

        var first = await ada.PostAsync("outcomes", Example("recordOutcome"), "one-outcome");
        var again = await ada.PostAsync("outcomes", Example("recordOutcome"), "one-outcome");
        var other = await ada.PostAsync("sources", Source, "one-outcome");

        Assert.Equal((201, 201, 422), (first.Status, again.Status, other.Status));
        Assert.Equal(first.Answer.ToString(), again.Answer.ToString());
        Assert.Equal(first.Message.Headers.Location, again.Message.Headers.Location);
        Assert.Equal(newest + 1, await ApiClient.NewestAsync(host));
        // Source, round and status event.
        Assert.Equal(
            ["sources", "rounds", "statusEvents"],
            first.Answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("section").GetString()));
        var (_, outcome, _) = await ada.GetAsync(first.Message.Headers.Location!.PathAndQuery);
        Assert.Equal(("published", newest + 1), (outcome.GetProperty("state").GetString(), outcome.GetProperty("change").GetInt64()));
    }

    // The round was announced for 20 to 24 October in Sorrenhaven, to the day.
    [Theory]
    [InlineData("", "2025-10-20", "2025-10-24", "Sorrenhaven", 7)]
    [InlineData("\"endsOn\": \"2025-10-22\",", "2025-10-20", "2025-10-22", "Sorrenhaven", 7)]
    [InlineData("\"startsOn\": \"2025-10-21\",", "2025-10-21", "2025-10-24", "Sorrenhaven", 7)]
    [InlineData("\"place\": \"Lake Iveth\", \"issues\": [\"status\"],", "2025-10-20", "2025-10-24", "Lake Iveth", 1)]
    public async Task RoundReport_WhatItDoesNotSay_StaysAsAnnounced(string said, string starts, string ends, string place, int issues)
    {
        var body = $$"""
            {
              "round": "closing-conference",
              "roundOutcome": "They meet again.",
              "roundReport": { {{said}} "citations": [{ "source": "read-out", "locator": "P1", "credibility": 2 }] },
              "sources": [{ "key": "read-out", "publisher": "P", "headline": "H", "publishedOn": "2025-10-25", "dateAsPrinted": "25 October",
                "reliability": "B" }]
            }
            """;

        var (status, answer, _) = await (await ApiClient.OfAsync(host, AccountRole.Editor)).PostAsync("outcomes?dryRun=true", body);

        Assert.True(status == 200, $"{answer}");
        var round = answer.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("section").GetString() == "rounds")
            .GetProperty("after");
        Assert.Equal(
            (starts, ends, place, issues),
            (round.GetProperty("startsOn").GetString(), round.GetProperty("endsOn").GetString(), round.GetProperty("place").GetString(),
                round.GetProperty("issues").GetArrayLength()));
    }

    // As the page shows both versions, so is the other one given here.
    [Fact]
    public async Task Correct_ChangedMeanwhile_IsAConflictWithWhatStandsThere()
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor, name: "Ada First");
        var (_, added, _) = await ada.PostAsync("sources", Source);
        var (key, seen) = (added.GetProperty("rows")[0].GetProperty("key").GetString(), added.GetProperty("change").GetInt64());
        string Body(string headline) => $$"""{ "row": { "headline": "{{headline}}" }, "seen": {{seen}} }""";
        Assert.Equal(201, (await ada.PostAsync($"sources/{key}/corrections", Body("First"))).Status);

        var (status, problem, _) = await ada.PostAsync($"sources/{key}/corrections", Body("Second"));

        Assert.Equal(409, status);
        Assert.StartsWith(
            "Somebody else has changed this in the meantime. It was Ada " +
                "First, on ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("First", problem.GetProperty("theirs").GetProperty("headline").GetString());
    }

    [Fact]
    public async Task Correct_EntryTwice_TheSecondMeetsTheFirst()
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor);
        var (_, added, _) = await ada.PostAsync("positions", Example("addPosition"));
        var key = added.GetProperty("rows")[0].GetProperty("key").GetString();
        const string Body = """{ "row": { "text": "Studies the line." }, "reason": "It was another line." }""";

        var first = await ada.PostAsync($"positions/{key}/corrections", Body);
        var second = await ada.PostAsync($"positions/{key}/corrections", Body);

        Assert.Equal((201, 409), (first.Status, second.Status));
        var row = first.Answer.GetProperty("rows")[0].GetProperty("after");
        Assert.Equal(("correction", key), (row.GetProperty("kind").GetString(), row.GetProperty("supersedes").GetString()));
        Assert.StartsWith(
            "Somebody else has corrected or retracted this entry in the meantime.", second.Answer.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retract_Added_IsGoneFromTheBoardAndStaysInTheRecord()
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor);
        var (_, added, message) = await ada.PostAsync("sources", Source);
        var key = added.GetProperty("rows")[0].GetProperty("key").GetString()!;

        Assert.Equal(201, (await ada.PostAsync($"sources/{key}/retractions", """{ "reason": "Entered twice." }""")).Status);

        Assert.Equal(404, (await ada.GetAsync(message.Headers.Location!.PathAndQuery)).Status);
        Assert.Equal("Entered twice.", (await ApiClient.RecordAsync(host)).Sources.First(source => source.Key == key).Retracted!.Reason);
    }

    // A moment and a name that a program sends are not those under which it is recorded.
    [Fact]
    public async Task Add_WithStampsOfItsOwn_IsStampedHere()
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor, name: "Ada Stamped");
        var draft = Example("addDraft").Replace(
            "\"number\"", "\"recordedAt\":\"2001-01-01T00:00:00Z\",\"recordedBy\":\"Somebody\",\"number\"", StringComparison.Ordinal);

        var (status, added, _) = await ada.PostAsync("drafts", draft);

        Assert.Equal(201, status);
        var version = added.GetProperty("rows")[0].GetProperty("after").GetProperty("versions")[0];
        Assert.Equal("Ada Stamped", version.GetProperty("recordedBy").GetString());
        Assert.NotEqual(2001, version.GetProperty("recordedAt").GetDateTime().Year);
        var forged = JsonSerializer.Serialize(new
        {
            row = new
            {
                versions = new object[] { JsonSerializer.Deserialize<object>(version.GetRawText())!, new { recordedAt = "2001-01-01T00:00:00Z" } },
            },
            seen = added.GetProperty("change").GetInt64(),
        });
        var (refused, problem, _) = await ada.PostAsync(
            $"drafts/{added.GetProperty("rows")[0].GetProperty("key").GetString()}/corrections", forged);
        Assert.Equal(422, refused);
        Assert.Contains("The program keeps when something was recorded", ApiClient.At(problem, "row"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_EntriesAreRefusedAndOutcomesWait()
    {
        await using var own = new TrackerHost { WithExample = true };
        var ada = await ApiClient.OfAsync(own, AccountRole.Editor);
        await ApiClient.AskForApprovalAsync(own);
        var newest = await ApiClient.NewestAsync(own);

        var entry = await ada.PostAsync("status-events", Example("addStatusEvent"));
        var offer = await ada.PostAsync("offers", Example("addOffer"));
        var dry = await ada.PostAsync("outcomes?dryRun=true", Example("recordOutcome"));
        var outcome = await ada.PostAsync("outcomes", Example("recordOutcome"));

        Assert.Equal((422, 403, 200, 201), (entry.Status, offer.Status, dry.Status, outcome.Status));
        Assert.Equal(
            "This negotiation needs a second person’s approval. Record it as an outcome of talks and submit that.",
            entry.Answer.GetProperty("detail").GetString());
        Assert.Equal(
            ("submitted", "submitted"), (dry.Answer.GetProperty("state").GetString(), outcome.Answer.GetProperty("state").GetString()));
        Assert.Equal(newest, await ApiClient.NewestAsync(own));
        Assert.Equal(201, (await ada.PostAsync("sources", Source)).Status);
    }

    internal static string Example(string operation) => ApiExamples.Of(operation)?.ToJsonString() ?? $"No example of {operation}.";

    public sealed class Host : TrackerHost
    {
        public Host() => WithExample = true;
    }
}
