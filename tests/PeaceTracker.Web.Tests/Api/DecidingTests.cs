using System.Text.Json;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>
/// Programs decide as people do on the pages: who may, on what, in the version that was looked at, and never on their own where a second person is
/// asked for.
/// </summary>
public sealed class DecidingTests(DecidingTests.Host host) : IClassFixture<DecidingTests.Host>
{
    private const string Restored = """{ "reason": "It was right after all." }""";

    private const string Source =
        """{ "publisher": "P", "headline": "H", "publishedOn": "2025-09-03", "dateAsPrinted": "3 September", "reliability": "B" }""";

    [Fact]
    public async Task Approve_OfAnEditor_IsPublishedUnderTheirNameInTheVersionThatWasLookedAt()
    {
        await using var own = new TrackerHost { WithExample = true };
        await ApiClient.AskForApprovalAsync(own);
        var ada = await ApiClient.OfAsync(own, AccountRole.Editor, name: "Ada of the API");
        var mia = await ApiClient.OfAsync(own, AccountRole.Manager, name: "Mia of the API");
        var id = await SubmitAsync(ada);
        var newest = await ApiClient.NewestAsync(own);
        var (_, waiting, _) = await mia.GetAsync(ApiClient.Board + "/outcomes");
        var listed = Assert.Single(waiting.GetProperty("items").EnumerateArray().ToList());
        Assert.Equal((id, "Ada of the API", 1), (
            listed.GetProperty("id").GetString(), listed.GetProperty("author").GetString(), listed.GetProperty("version").GetInt32()));

        Assert.Equal(422, (await mia.PostAsync($"outcomes/{id}/approvals", "{}")).Status);
        var other = await mia.PostAsync($"outcomes/{id}/approvals", """{ "version": 2 }""");
        Assert.Equal(422, other.Status);
        Assert.StartsWith("It has been changed", ApiClient.At(other.Answer, "version"), StringComparison.Ordinal);
        Assert.Equal(422, (await mia.PostAsync($"outcomes/{id}/approvals?dryRun=true", """{ "version": 2 }""")).Status);
        Assert.Equal(403, (await ada.PostAsync($"outcomes/{id}/approvals", """{ "version": 1 }""")).Status);
        var dry = await mia.PostAsync($"outcomes/{id}/approvals?dryRun=true", """{ "version": 1 }""");
        Assert.Equal((200, newest), (dry.Status, await ApiClient.NewestAsync(own)));
        var first = await mia.PostAsync($"outcomes/{id}/approvals", """{ "version": 1 }""", "approved");
        var again = await mia.PostAsync($"outcomes/{id}/approvals", """{ "version": 1 }""", "approved");

        Assert.Equal((201, 201, newest + 1), (first.Status, again.Status, await ApiClient.NewestAsync(own)));
        Assert.Equal(first.Answer.ToString(), again.Answer.ToString());
        Assert.Equal("published", first.Answer.GetProperty("state").GetString());
        var (_, changes, _) = await ada.GetAsync($"{ApiClient.Board}/changes?after={newest}");
        Assert.Equal("Ada of the API", changes.GetProperty("items")[0].GetProperty("recordedBy").GetString());
        Assert.EndsWith("Approved by Mia of the API.", first.Answer.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    // Her own outcome waits for somebody else, also where she is a manager.
    [Theory]
    [InlineData("approvals", """{ "version": 1 }""")]
    [InlineData("returns", """{ "reason": "I know better now." }""")]
    public async Task Decide_OnOnesOwn_IsForSomebodyElse(string what, string body)
    {
        await using var own = new TrackerHost { WithExample = true };
        await ApiClient.AskForApprovalAsync(own);
        var mia = await ApiClient.OfAsync(own, AccountRole.Manager);
        var id = await SubmitAsync(mia);

        var (status, problem, _) = await mia.PostAsync($"outcomes/{id}/{what}", body);

        Assert.Equal((403, "This outcome is your own. Somebody else must decide on it."), (status, problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Return_OfAnEditor_GoesBackWithTheReasonOnce()
    {
        await using var own = new TrackerHost { WithExample = true };
        await ApiClient.AskForApprovalAsync(own);
        var (ada, mia) = (await ApiClient.OfAsync(own, AccountRole.Editor), await ApiClient.OfAsync(own, AccountRole.Manager));
        var id = await SubmitAsync(ada);
        const string Body = """{ "reason": "The second source is missing." }""";

        Assert.Equal(403, (await ada.PostAsync($"outcomes/{id}/returns", Body)).Status);
        Assert.Equal(422, (await mia.PostAsync($"outcomes/{id}/returns", """{ "reason": " " }""")).Status);
        Assert.Equal(200, (await mia.PostAsync($"outcomes/{id}/returns?dryRun=true", Body)).Status);
        Assert.Equal("submitted", await StateAsync(ada, id));
        Assert.Equal((201, 201), ((await mia.PostAsync($"outcomes/{id}/returns", Body)).Status, (await mia.PostAsync($"outcomes/{id}/returns", Body))
            .Status));

        Assert.Equal("returned", await StateAsync(ada, id));
        Assert.Equal(404, (await mia.PostAsync($"outcomes/{id}/approvals", """{ "version": 1 }""")).Status);
    }

    // A row by its key; an entry by its own key or by that of its retraction.
    [Theory]
    [InlineData("sources", false)]
    [InlineData("positions", false)]
    [InlineData("positions", true)]
    public async Task Restore_WhatWasRetracted_IsOnTheBoardAgain(string path, bool byRetraction)
    {
        var ada = await ApiClient.OfAsync(host, AccountRole.Editor);
        var body = path == "sources" ? Source : ApiExamples.Of("addPosition")!.ToJsonString();
        var (_, added, _) = await ada.PostAsync(path, body);
        var key = Key(added);
        Assert.Equal(404, (await ada.PostAsync($"{path}/{key}/restorations", Restored)).Status);
        var (_, retracted, _) = await ada.PostAsync($"{path}/{key}/retractions", """{ "reason": "Entered twice." }""");
        var asked = byRetraction ? Key(retracted) : key;

        Assert.Equal(422, (await ada.PostAsync($"{path}/{asked}/restorations", "{}")).Status);
        Assert.Equal(200, (await ada.PostAsync($"{path}/{asked}/restorations?dryRun=true", Restored)).Status);
        var first = await ada.PostAsync($"{path}/{asked}/restorations", Restored, $"back-{path}-{byRetraction}");
        var again = await ada.PostAsync($"{path}/{asked}/restorations", Restored, $"back-{path}-{byRetraction}");

        Assert.Equal((201, 201), (first.Status, again.Status));
        Assert.Equal(first.Answer.ToString(), again.Answer.ToString());
        Assert.Equal(200, (await ada.GetAsync(first.Message.Headers.Location!.PathAndQuery)).Status);
        Assert.Equal(path == "sources" ? 404 : 409, (await ada.PostAsync($"{path}/{asked}/restorations", Restored)).Status);
    }

    [Fact]
    public async Task Publication_OfAManager_TakesTheBoardOffAndPublishesIt()
    {
        await using var own = new TrackerHost { WithExample = true };
        var (ada, mia) = (await ApiClient.OfAsync(own, AccountRole.Editor), await ApiClient.OfAsync(own, AccountRole.Manager));
        var anybody = new ApiClient(own, null);
        const string Off = """{ "publication": "taken-off", "reason": "It named the wrong parties." }""";

        Assert.Equal(403, (await ada.PostAsync("publication", Off)).Status);
        Assert.Equal(422, (await mia.PostAsync("publication", """{ "publication": "taken-off" }""")).Status);
        Assert.Equal(422, (await mia.PostAsync("publication", """{ "publication": "in-preparation" }""")).Status);
        Assert.Equal(422, (await mia.PostAsync("publication", """{ "publication": "published" }""")).Status);
        Assert.Equal(201, (await mia.PostAsync("publication", Off)).Status);
        Assert.Equal(404, (await anybody.GetAsync(ApiClient.Board)).Status);
        Assert.Equal(201, (await mia.PostAsync("publication", """{ "publication": "published" }""")).Status);
        Assert.Equal(200, (await anybody.GetAsync(ApiClient.Board)).Status);
    }

    [Fact]
    public async Task Reversal_OfOnesOwnOrByAManager_TakesTheChangeBackAsAWhole()
    {
        var (ada, eve) = (await ApiClient.OfAsync(host, AccountRole.Editor), await ApiClient.OfAsync(host, AccountRole.Editor));
        var (_, added, message) = await ada.PostAsync("sources", Source);
        var body = $$"""{ "change": {{added.GetProperty("change").GetInt64()}} }""";

        Assert.Equal(422, (await ada.PostAsync("reversals", "{}")).Status);
        Assert.Equal(404, (await ada.PostAsync("reversals", """{ "change": 99999 }""")).Status);
        Assert.Equal(403, (await eve.PostAsync("reversals", body)).Status);
        Assert.Equal(200, (await ada.PostAsync("reversals?dryRun=true", body)).Status);
        var first = await ada.PostAsync("reversals", body, "back");
        var again = await ada.PostAsync("reversals", body, "back");

        Assert.Equal((201, 201), (first.Status, again.Status));
        Assert.Equal(404, (await ada.GetAsync(message.Headers.Location!.PathAndQuery)).Status);
        var (status, problem, _) = await ada.PostAsync("reversals", body);
        Assert.Equal(422, status);
        Assert.Contains("has been changed again since", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    // What the negotiation says of itself is for managers, also where an editor was one when she changed it.
    [Fact]
    public async Task Reversal_OfWhoSeesTheBoardByAManagerOfBefore_IsForManagers()
    {
        await using var own = new TrackerHost { WithExample = true };
        _ = own.Client;
        var id = await TestAccounts.AddAccountAsync(own.Services, AccountRole.Manager);
        var mia = new ApiClient(own, await TestAccounts.AddTokenAsync(own.Services, id, TokenScope.Write));
        var (_, off, _) = await mia.PostAsync("publication", """{ "publication": "taken-off", "reason": "It named the wrong parties." }""");
        await TestPeople.ChangeAsync(own.Folder, id, account => account.Role = AccountRole.Editor, TestContext.Current.CancellationToken);
        var body = $$"""{ "change": {{off.GetProperty("change").GetInt64()}} }""";

        Assert.Equal(403, (await mia.PostAsync("reversals?dryRun=true", body)).Status);
        Assert.Equal(403, (await mia.PostAsync("reversals", body)).Status);
        Assert.Equal(404, (await new ApiClient(own, null).GetAsync(ApiClient.Board)).Status);

        await TestPeople.ChangeAsync(own.Folder, id, account => account.Role = AccountRole.Manager, TestContext.Current.CancellationToken);
        Assert.Equal(201, (await mia.PostAsync("reversals", body)).Status);
    }

    [Fact]
    public async Task Outcomes_OfStrangersOrNoBoard_AreRefusedAndKeptNowhere()
    {
        var (anybody, ada) = (new ApiClient(host, null), await ApiClient.OfAsync(host, AccountRole.Editor));
        var none = ApiClient.Board.Replace(SeedFile.Example, "none", StringComparison.Ordinal);

        foreach (var end in new[] { "/outcomes", $"/outcomes/{Guid.NewGuid()}" })
        {
            var stranger = await anybody.GetAsync(ApiClient.Board + end);
            Assert.Equal(401, stranger.Status);
            Assert.StartsWith("Send a token", stranger.Answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.True(stranger.Message.Headers.CacheControl!.NoStore);
            var (status, problem, _) = await ada.GetAsync(none + end);
            Assert.Equal((404, "There is no negotiation “none” here."), (status, problem.GetProperty("detail").GetString()));
        }

        var own = await ada.GetAsync(ApiClient.Board + "/outcomes");
        Assert.Equal("no-store", own.Message.Headers.CacheControl!.ToString());
        Assert.Equal((200, 0), (own.Status, own.Answer.GetProperty("items").GetArrayLength()));
    }

    private static string Key(JsonElement answer) => answer.GetProperty("rows")[0].GetProperty("key").GetString()!;

    private static async Task<string> SubmitAsync(ApiClient client)
    {
        var (status, answer, _) = await client.PostAsync("outcomes", ApiExamples.Of("recordOutcome")!.ToJsonString());
        Assert.Equal((201, "submitted"), (status, answer.GetProperty("state").GetString()));
        return answer.GetProperty("outcome").GetString()!;
    }

    private static async Task<string?> StateAsync(ApiClient client, string id) =>
        (await client.GetAsync($"{ApiClient.Board}/outcomes/{id}")).Answer.GetProperty("state").GetString();

    public sealed class Host : TrackerHost
    {
        public Host() => WithExample = true;
    }
}
