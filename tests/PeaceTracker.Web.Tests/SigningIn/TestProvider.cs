using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>
/// A small provider of OpenID Connect on this machine: it takes whoever is said to sit before it for signed in, asks nothing, and holds to the
/// standard where it protects (PKCE, a code that works once, the client's secret, a signed token for one client with the nonce).
/// </summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string Client = "peacetracker", Secret = "a secret of the two";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly ConcurrentDictionary<string, Asked> _codes = new();
    private readonly ConcurrentDictionary<string, Dictionary<string, object>> _tokens = new();
    private readonly WebApplication _app;

    private TestProvider(WebApplication app) => _app = app;

    /// <summary>Its address.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>The claims of whoever sits before it.</summary>
    public Dictionary<string, object> Person { get; set; } = [];

    /// <summary>Whom its tokens name as the client; another one to be caught.</summary>
    public string Audience { get; set; } = Client;

    /// <summary>The query with which it was last asked to end a session; null if never.</summary>
    public IQueryCollection? Ended { get; private set; }

    /// <summary>Starts one on a port that is free.</summary>
    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new TestProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address, ["authorization_endpoint"] = Address + "/authorize", ["token_endpoint"] = Address + "/token",
            ["userinfo_endpoint"] = Address + "/userinfo", ["jwks_uri"] = Address + "/keys", ["end_session_endpoint"] = Address + "/end",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = _key.KeyId });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, use = "sig", alg = "RS256", n = key.N, e = key.E } } });
        });
        _app.MapGet("/authorize", (HttpRequest request) =>
        {
            var query = request.Query;
            if (query["client_id"] != Client || query["code_challenge_method"] != "S256" || query["response_type"] != "code")
            {
                return Results.BadRequest();
            }

            var code = Guid.NewGuid().ToString("N");
            _codes[code] = new Asked(query["redirect_uri"]!, query["nonce"]!, query["code_challenge"]!, Person);
            return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (form["client_id"] != Client || form["client_secret"] != Secret || !_codes.TryRemove(form["code"].ToString(), out var asked)
                || form["redirect_uri"] != asked.RedirectUri
                || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
            {
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            }

            var access = Guid.NewGuid().ToString("N");
            _tokens[access] = asked.Person;
            return Results.Json(new { access_token = access, token_type = "Bearer", expires_in = 300, id_token = Token(asked) });
        });
        _app.MapGet("/userinfo", (HttpRequest request) =>
            _tokens.TryGetValue(request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), out var person)
                ? Results.Json(person) : Results.Unauthorized());
        _app.MapGet("/end", (HttpRequest request) =>
        {
            Ended = request.Query;
            return Results.Redirect($"{request.Query["post_logout_redirect_uri"]}?state={Uri.EscapeDataString(request.Query["state"].ToString())}");
        });
    }

    private string Token(Asked asked) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address, Audience = Audience, Expires = DateTime.UtcNow.AddMinutes(5), IssuedAt = DateTime.UtcNow,
        Claims = new Dictionary<string, object> { ["sub"] = asked.Person["sub"], ["nonce"] = asked.Nonce },
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
    });

    private sealed record Asked(string RedirectUri, string Nonce, string Challenge, Dictionary<string, object> Person);
}
