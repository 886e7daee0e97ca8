using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PeaceTracker.Benchmarks.Load;

/// <summary>What came back on a line.</summary>
/// <param name="Status">The status.</param>
/// <param name="Head">The head as it came.</param>
/// <param name="Body">The body, put together from its chunks; empty where it was not kept.</param>
/// <param name="Transferred">How many bytes came in all.</param>
internal sealed record Answer(int Status, string Head, byte[] Body, int Transferred)
{
    /// <summary>A header; null where it is not there.</summary>
    public string? Header(string name) =>
        Head.Split("\r\n").FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } line
            ? line[(name.Length + 1)..].Trim() : null;
}

/// <summary>One line to a server on this machine, kept open: a request and its answer at a time, with as little work as can be.</summary>
internal sealed class Line : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>A request for an address.</summary>
    public static byte[] Request(string address, string more = "", string encoding = "gzip, deflate, br") => Encoding.ASCII.GetBytes(
        $"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nAccept-Encoding: {encoding}\r\n{more}\r\n");

    /// <summary>Opens it.</summary>
    public async Task OpenAsync(int port, CancellationToken cancellation = default) =>
        await _socket.ConnectAsync(IPAddress.Loopback, port, cancellation);

    /// <summary>Sends a request and reads its answer to the end.</summary>
    public async ValueTask<Answer?> AskAsync(ReadOnlyMemory<byte> request, bool keep, Action<int>? status = null)
    {
        await _socket.SendAsync(request);
        var head = await HeadAsync();
        var text = Encoding.ASCII.GetString(_buffer, _start, head);
        _start += head;
        var code = int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture);
        status?.Invoke(code);
        using var body = keep ? new MemoryStream() : null;
        var length = LengthIn(text);
        var transferred = head;
        if (length > 0)
        {
            await TakeAsync(length, body);
            transferred += length;
        }
        else if (length < 0 && text.Contains("\r\nTransfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
        {
            for (var chunk = -1; chunk != 0;)
            {
                chunk = await ChunkAsync();
                await TakeAsync(chunk, body);
                await TakeAsync(2, null);
                transferred += chunk + 6;
            }
        }

        return keep ? new Answer(code, text, body!.ToArray(), transferred) : null;
    }

    /// <summary>Reads what comes next, whatever it is.</summary>
    public async ValueTask<string> NextAsync(CancellationToken cancellation)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, await _socket.ReceiveAsync(_buffer, cancellation));
        }

        var text = Encoding.ASCII.GetString(_buffer, _start, _end - _start);
        _start = _end = 0;
        return text;
    }

    /// <summary>Sends a request whose answer has no end.</summary>
    public async Task BeginAsync(ReadOnlyMemory<byte> request)
    {
        _buffer = new byte[1024];
        await _socket.SendAsync(request);
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    private static int LengthIn(string head)
    {
        var at = head.IndexOf("\r\nContent-Length:", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : int.Parse(head.AsSpan(at + 17, head.IndexOf('\r', at + 2) - at - 17).Trim(), CultureInfo.InvariantCulture);
    }

    private async ValueTask<int> HeadAsync()
    {
        for (; ; )
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8);
            if (at >= 0)
            {
                return at + 4;
            }

            await FillAsync();
        }
    }

    private async ValueTask<int> ChunkAsync()
    {
        for (; ; )
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (at >= 0)
            {
                var length = int.Parse(Encoding.ASCII.GetString(_buffer, _start, at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                _start += at + 2;
                return length;
            }

            await FillAsync();
        }
    }

    private async ValueTask TakeAsync(int count, MemoryStream? into)
    {
        while (count > 0)
        {
            if (_start == _end)
            {
                await FillAsync();
            }

            var some = Math.Min(count, _end - _start);
            into?.Write(_buffer, _start, some);
            _start += some;
            count -= some;
        }
    }

    private async ValueTask FillAsync()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_end));
        _end += read > 0 ? read : throw new IOException("The server closed the line.");
    }
}
