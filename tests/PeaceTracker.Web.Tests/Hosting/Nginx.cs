using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>A proxy as the documents set it up, with its addresses replaced by those of a test.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    /// <summary>Why its tests are left out where it is not.</summary>
    public const string Why = "There is no nginx: install it, or run tests/run.sh, which does.";

    private const string Program = "/usr/sbin/nginx";
    private readonly TemporaryFolder folder = new();
    private readonly Process process;
    private readonly string thumbprint;

    private Nginx(string configuration, int port)
    {
        Address = new Uri($"https://localhost:{port}/");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        thumbprint = certificate.GetCertHashString();
        File.WriteAllText(Path.Combine(folder.Path, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.Path, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder.Path, "nginx.conf"), Whole(configuration));
        process = Process.Start(new ProcessStartInfo(Program, ["-p", folder.Path, "-c", "nginx.conf", "-e", "stderr"])
        {
            RedirectStandardError = true,
        })!;
    }

    /// <summary>Whether it is installed.</summary>
    public static bool IsThere => File.Exists(Program);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it with the first block of a document, in which addresses are replaced, at a port.</summary>
    public static async Task<Nginx> StartAsync(string document, int port, params (string Written, string Here)[] replaced)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("docs", document));
        var block = Regex.Match(text, "```nginx\n(?<block>.*?)```", RegexOptions.Singleline).Groups["block"].Value;
        foreach (var (written, here) in replaced.Append(("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;")))
        {
            Assert.Contains(written, block, StringComparison.Ordinal);
            block = block.Replace(written, here, StringComparison.Ordinal);
        }

        // Where the document names certificates, the test's stand in their place.
        block = Regex.Replace(block, @"^ *ssl_certificate(_key)? .*\n", "", RegexOptions.Multiline);
        var nginx = new Nginx(block, port);
        try
        {
            await nginx.ListenAsync();
            return nginx;
        }
        catch
        {
            await nginx.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether a certificate is the one that it was given for the test.</summary>
    public bool IsItsOwn(X509Certificate? shown) => shown?.GetCertHashString() == thumbprint;

    /// <summary>A browser that trusts this proxy, follows no redirect and keeps cookies.</summary>
    public HttpClient NewClient(CookieContainer cookies) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => IsItsOwn(shown) },
    })
    {
        BaseAddress = Address,
    };

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        folder.Dispose();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            Assert.False(process.HasExited, process.HasExited ? await process.StandardError.ReadToEndAsync() : "");
            using var line = new TcpClient();
            try
            {
                await line.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }
    }

    private static string Whole(string servers) =>
        $$"""
        {{(Environment.UserName == "root" ? "user root;" : "")}}
        daemon off;
        worker_processes 1;
        pid nginx.pid;
        events { }
        http {
            access_log off;
            client_body_temp_path body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            ssl_certificate cert.pem;
            ssl_certificate_key key.pem;
            {{servers}}
        }
        """;
}
