using System.Net.Http.Headers;
using System.Text;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Testing;
using PeaceTracker.Web.Features.Api;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>A negotiation is begun by a program with a negotiation file, as on the page: in preparation, all of it or nothing, once.</summary>
public sealed class BeginningTests(BeginningTests.Host host) : IClassFixture<BeginningTests.Host>
{
    private const string Address = ApiRoutes.Root + "/negotiations";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begin_TheExportOfABoard_IsThereInPreparationOnce()
    {
        var mia = await ApiClient.OfAsync(host, AccountRole.Manager);
        var file = (await host.Client.GetStringAsync(new Uri($"/negotiations/{SeedFile.Example}/negotiation.json", UriKind.Relative), Cancellation))
            .Replace($"\"slug\": \"{SeedFile.Example}\"", "\"slug\": \"copy\"", StringComparison.Ordinal);
        var newest = await ApiClient.NewestAsync(host);

        var dry = await PostAsync(mia, file, dry: true);
        Assert.Equal((200, newest), (dry.Status, await ApiClient.NewestAsync(host)));
        var first = await PostAsync(mia, file, "begin");
        var again = await PostAsync(mia, file, "begin");
        var other = await PostAsync(mia, file.Replace("\"copy\"", "\"other\"", StringComparison.Ordinal), "begin");
        var taken = await PostAsync(mia, file);

        Assert.Equal((201, 201, 422, 409), (first.Status, again.Status, other.Status, taken.Status));
        Assert.Equal(first.Answer.ToString(), again.Answer.ToString());
        Assert.Equal(newest + 1, await ApiClient.NewestAsync(host));
        Assert.Equal("/api/v1/negotiations/copy", first.Message.Headers.Location!.AbsolutePath);
        var record = await ApiClient.RecordAsync(host);
        Assert.Equal(record.Issues.Count, first.Answer.GetProperty("rows").GetProperty("issues").GetInt32());
        Assert.Equal(200, (await mia.GetAsync(Address + "/copy")).Status);
        Assert.Equal(404, (await new ApiClient(host, null).GetAsync(Address + "/copy")).Status);
    }

    // What a negotiation says of itself is enough.
    [Fact]
    public async Task Begin_WithTheExample_IsTaken() => Assert.Equal(
        201, (await PostAsync(await ApiClient.OfAsync(host, AccountRole.Manager), ApiExamples.Of("beginNegotiation")!.ToJsonString())).Status);

    [Fact]
    public async Task Begin_ByAnEditorOrWithoutAToken_IsRefused()
    {
        var example = ApiExamples.Of("beginNegotiation")!.ToJsonString();

        Assert.Equal(403, (await PostAsync(await ApiClient.OfAsync(host, AccountRole.Editor), example)).Status);
        Assert.Equal(401, (await PostAsync(new ApiClient(host, null), example)).Status);
    }

    [Theory]
    [InlineData("{", 400, "", "This is not JSON")]
    [InlineData("[]", 400, "", "A negotiation file is one object in braces, not a list.")]
    [InlineData("{}", 422, "formatVersion", "The property is missing.")]
    [InlineData("""{ "formatVersion": 1, "negotiation": { "slug": "x" } }""", 422, "negotiation.title", "Line 1: The property is missing.")]
    public async Task Begin_FileThatIsNone_SaysWhatIsWrongAtItsPlace(string file, int expected, string field, string sentence)
    {
        var (status, problem, _) = await PostAsync(await ApiClient.OfAsync(host, AccountRole.Manager), file);

        Assert.Equal(expected, status);
        Assert.Contains(
            sentence, field.Length > 0 ? ApiClient.At(problem, field) : problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static Task<(int Status, System.Text.Json.JsonElement Answer, HttpResponseMessage Message)> PostAsync(
        ApiClient client, string file, string? key = null, bool dry = false)
    {
        var content = new StringContent(file, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post, Address + (dry ? "?dryRun=true" : "")) { Content = content }, key);
    }

    public sealed class Host : TrackerHost
    {
        public Host() => WithExample = true;
    }
}
