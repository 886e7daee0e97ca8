using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Hosting;

namespace PeaceTracker.Web.Tests.Api;

/// <summary>A program that records by the API of a host, with a token of somebody.</summary>
public sealed class ApiClient(TrackerHost host, string? token)
{
    public const string Board = "/api/v1/negotiations/" + SeedFile.Example;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string? Token => token;

    /// <summary>A program of somebody of a role.</summary>
    public static async Task<ApiClient> OfAsync(TrackerHost host, AccountRole role, TokenScope scope = TokenScope.Write, string? name = null)
    {
        _ = host.Client; // the store is there once the host runs
        return new(host, await TestAccounts.AddTokenAsync(host.Services, await TestAccounts.AddAccountAsync(host.Services, role, name), scope));
    }

    public static async Task<long> NewestAsync(TrackerHost host) => await host.Services.GetRequiredService<ChangeReader>().NewestAsync(Cancellation);

    /// <summary>The record of the fictional negotiation as it is, or as it was at a change.</summary>
    public static async Task<NegotiationRecord> RecordAsync(TrackerHost host, long? change = null)
    {
        var boards = host.Services.GetRequiredService<BoardReader>();
        return (change is { } number ? await boards.FindAsync(SeedFile.Example, number, Cancellation)
            : await boards.FindAsync(SeedFile.Example, Cancellation))!.Record;
    }

    /// <summary>Lets the fictional negotiation ask for a second person.</summary>
    public static async Task AskForApprovalAsync(TrackerHost host)
    {
        var manager = await TestAccounts.AddAccountAsync(host.Services, AccountRole.Manager);
        var now = (await RecordAsync(host)).Negotiation;
        Assert.IsType<SaveResult.Saved>(await host.Services.GetRequiredService<BoardEditor>().RunAsync(
            new EditNegotiation(now, now with { RequiresApproval = true }), manager, Cancellation));
    }

    /// <summary>Sends JSON to an address beneath the board; returns the status and what was answered.</summary>
    public async Task<(int Status, JsonElement Answer, HttpResponseMessage Message)> PostAsync(
        string path, string body, string? key = null, string type = "application/json")
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Board}/{path}") { Content = content }, key);
    }

    /// <summary>Asks for an address.</summary>
    public Task<(int Status, JsonElement Answer, HttpResponseMessage Message)> GetAsync(string address) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends a request with the token.</summary>
    public async Task<(int Status, JsonElement Answer, HttpResponseMessage Message)> SendAsync(HttpRequestMessage request, string? key = null)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        var answer = await host.Client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        return ((int)answer.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonElement.Parse(text) : default, answer);
    }

    /// <summary>What is said at a field.</summary>
    public static string At(JsonElement problem, string field) => problem.GetProperty("errors").TryGetProperty(field, out var sentences)
        ? sentences[0].GetString()! : $"Nothing at {field}: {problem}";
}
