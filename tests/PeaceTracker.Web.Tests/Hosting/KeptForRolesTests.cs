using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PeaceTracker.Testing;
using PeaceTracker.Web.Hosting;
using PeaceTracker.Web.Layout;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>Documents that are kept for all of a role: what differs by person is put in as they are written, and is in none of them.</summary>
public sealed class KeptForRolesTests : IAsyncLifetime
{
    private const string Board = $"/negotiations/{SeedFile.RussiaUkraine}";
    private const string Edit = $"{Board}/edit";
    private readonly SignedInHost host = new();

    private KeptDocuments Documents => host.Services.GetRequiredService<KeptDocuments>();

    public ValueTask InitializeAsync()
    {
        _ = host.Client;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br, gzip")]
    public async Task Get_TwoOfOneRole_AreGivenOneDocumentWithTheirOwnNames(string? encoding)
    {
        var given = Documents.Given;

        var mara = await TextAsync("Editor", Board, "Mara", encoding);
        var nils = await TextAsync("Editor", Board, "Nils", encoding);

        Assert.Equal(given + 1, Documents.Given);
        Assert.Contains("<bdi>Mara</bdi>", mara, StringComparison.Ordinal);
        Assert.Contains("<bdi>Nils</bdi>", nils, StringComparison.Ordinal);
        Assert.DoesNotContain("Mara", nils, StringComparison.Ordinal);
        Assert.DoesNotContain("yours ", mara + nils, StringComparison.Ordinal); // the place itself is never shown
        Assert.Contains("__RequestVerificationToken", nils, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OthersAfterAnEditor_AreNotGivenTheEditorsDocument()
    {
        var editor = await TextAsync("Editor", Board, "Mara");
        var reader = await TextAsync("Viewer", Board, "Nils");
        var stranger = await TextAsync(null, Board, null);

        Assert.Contains(Edit, editor, StringComparison.Ordinal);
        Assert.Contains("Nils", reader, StringComparison.Ordinal);
        Assert.DoesNotContain(Edit, reader + stranger, StringComparison.Ordinal);
        Assert.DoesNotContain("Mara", reader + stranger, StringComparison.Ordinal);
        Assert.DoesNotContain("Nils", stranger, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-out", stranger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SignedIn_MayBeKeptByNobodyElse()
    {
        for (var visit = 1; visit <= 2; visit++)
        {
            using var answer = await host.AsAsync("Viewer", Board, "Nils");

            Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.Private));
            Assert.Null(answer.Headers.ETag);
        }
    }

    // A name is encoded as it is put in: nobody else looks at what is put into a document that was made before.
    [Fact]
    public async Task Get_NameThatLooksLikeMarkup_IsText()
    {
        var text = await TextAsync("Editor", Board, "<b>Mara<b>");

        Assert.Contains("&lt;b&gt;Mara&lt;b&gt;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AddressThatIsRefused_IsKeptForNobody()
    {
        var count = Documents.Count;

        using var refused = await host.AsAsync("Editor", Board + "?asOf=no-date", "Mara");
        var text = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var missing = await host.AsAsync("Editor", "/negotiations/no-such-board", "Mara");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (refused.StatusCode, missing.StatusCode));
        Assert.Equal(count, Documents.Count);
        Assert.Contains("<bdi>Mara</bdi>", text, StringComparison.Ordinal);
        Assert.Contains(
            "<bdi>Mara</bdi>", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(YourPart.Place, text, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string? role, string address, string? name, string? encoding = null)
    {
        using var answer = await host.AsAsync(role, address, name, encoding);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var text = answer.Content.Headers.ContentEncoding.SingleOrDefault() == "gzip" ? new GZipStream(body, CompressionMode.Decompress) : body;
        using var reader = new StreamReader(text);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
