using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Parties;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>What a program sends to both of two nodes under one name is recorded once; while the database is away it is told so.</summary>
[OnPostgreSql]
public sealed class RecordingOnTwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>, IAsyncLifetime
{
    private const string Slug = SeedFile.RussiaUkraine;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestServer.IsThere, TestServer.Why);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Post_OneKeyAtBothNodesAtOnce_IsRecordedOnceAndAnsweredAlike()
    {
        var editor = await TestAccounts.AddAccountAsync(nodes.One.Services, AccountRole.Editor);
        var token = await TestAccounts.AddTokenAsync(nodes.One.Services, editor, TokenScope.Write);
        var before = await NewestAsync();

        var answers = await Task.WhenAll(new[] { nodes.One, nodes.Two, nodes.One, nodes.Two }.Select(node => PostAsync(node, token)));

        Assert.All(answers, answer => Assert.Equal(before + 1, answer.GetProperty("change").GetInt64()));
        Assert.Single(answers.Select(answer => answer.GetProperty("rows").ToString()).Distinct());
        Assert.Equal(before + 1, await NewestAsync());
    }

    [Fact]
    public async Task Record_DatabaseAway_IsUnreachableAlsoInADryRunAndForADraft()
    {
        var manager = await TestAccounts.AddAccountAsync(nodes.Two.Services, AccountRole.Manager);
        Assert.NotNull(await nodes.Two.Services.GetRequiredService<BoardReader>().FindAsync(Slug, Cancellation));
        var writer = nodes.Two.Services.GetRequiredService<ApiWriter>();
        var party = new Party { Key = "", Name = "Too late", Since = RecordBuilder.Day(1), RecordedAt = DateTime.UnixEpoch };
        await nodes.LetInAsync(everybody: false);
        try
        {
            var run = await writer.RunAsync(new AddRow<Party>(Slug, party), new(manager, false, null, ""), Cancellation);
            var dry = await writer.RunAsync(new AddRow<Party>(Slug, party), new(manager, true, null, ""), Cancellation);
            var draft = await writer.TakeAsync(Slug, new OutcomeForm(), draft: true, new(manager, false, null, ""), Cancellation);

            Assert.All([run, dry, draft], write => Assert.IsType<SaveResult.Unreachable>(write.Refusal));
        }
        finally
        {
            await nodes.LetInAsync(everybody: true);
        }
    }

    // Also for a token that is not known yet: nobody can say whose it is, which is not to say that it is nobody's.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_DatabaseAway_IsAProblemThatSaysToSendItAgain(bool known)
    {
        var editor = await TestAccounts.AddAccountAsync(nodes.Two.Services, AccountRole.Editor);
        var client = new ApiClient(nodes.Two, await TestAccounts.AddTokenAsync(nodes.Two.Services, editor, TokenScope.Write));
        const string Sources = $"/api/v1/negotiations/{Slug}/sources";
        if (known)
        {
            Assert.Equal(200, (await client.GetAsync(Sources)).Status);
        }

        await nodes.LetInAsync(everybody: false);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Sources);
            request.Content = JsonContent.Create(new
            {
                publisher = "P", headline = "Away", publishedOn = "2025-12-15", dateAsPrinted = "15 December 2025", reliability = "B",
            });
            var (status, problem, answer) = await client.SendAsync(request, $"away-{known}");

            Assert.Equal((503, "10"), (status, $"{answer.Headers.RetryAfter}"));
            Assert.Contains(
                "Send it again with the same “Idempotency-Key”", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            await nodes.LetInAsync(everybody: true);
        }
    }

    private static async Task<JsonElement> PostAsync(TrackerHost node, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/negotiations/{Slug}/sources");
        request.Content = JsonContent.Create(new
        {
            publisher = "P", headline = "Once", publishedOn = "2025-12-15", dateAsPrinted = "15 December 2025", reliability = "B",
        });
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("Idempotency-Key", "both-nodes");
        using var answer = await node.Client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True((int)answer.StatusCode == 201, text);
        return JsonElement.Parse(text);
    }

    private Task<long> NewestAsync() => nodes.One.Services.GetRequiredService<ChangeReader>().NewestAsync(Cancellation);
}
