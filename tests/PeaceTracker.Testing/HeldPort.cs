using System.Net;
using System.Net.Sockets;

namespace PeaceTracker.Testing;

/// <summary>
/// A port of this machine for a program that has to be told one, or comes back at the one it had. As long as it is held, the system gives it to
/// nobody who asks for any; whoever asks for it by its number gets it, since here nobody listens.
/// </summary>
public sealed class HeldPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes one that is free.</summary>
    public HeldPort()
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Its number.</summary>
    public int Number { get; }

    /// <inheritdoc />
    public void Dispose() => socket.Dispose();
}
