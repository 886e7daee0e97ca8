using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;
using PeaceTracker.Testing;
using PeaceTracker.Web.Tests.Webhooks;

namespace PeaceTracker.Web.Tests.Mail;

/// <summary>A small mail server on this machine: it speaks as much of SMTP as it takes to be handed a mail, and can be down.</summary>
public sealed class MailServer : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<MimeMessage> _arrivals = Channel.CreateUnbounded<MimeMessage>();
    private readonly HeldPort _port = new();
    private TcpListener _listener;

    public MailServer() => _listener = Listen();

    /// <summary>Where it listens.</summary>
    public int Port => _port.Number;

    /// <summary>Addresses to which it takes no mail.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The mails that it took.</summary>
    public ConcurrentQueue<MimeMessage> All { get; } = new();

    /// <summary>The next mail that it takes, or took and was not asked for.</summary>
    public Task<MimeMessage> NextAsync() => _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Receiver.Limit);

    /// <summary>Listens no more.</summary>
    public void GoDown() => _listener.Stop();

    /// <summary>Listens again.</summary>
    public void ComeBack() => _listener = Listen();

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _port.Dispose();
        _end.Dispose();
    }

    private TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = ListenAsync(listener);
        return listener;
    }

    private async Task ListenAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Down.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var own = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync(_end.Token) is { } said)
        {
            var word = said.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                await TakeAsync(reader);
            }

            await writer.WriteLineAsync(
                word == "QUIT" ? "221 bye" : word == "RCPT" && Refused.Keys.Any(said.Contains) ? "550 no such person" : "250 good");
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(data.ToString()));
        var message = await MimeMessage.LoadAsync(bytes, _end.Token);
        All.Enqueue(message);
        await _arrivals.Writer.WriteAsync(message);
    }
}
