using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>
/// Remembers for some minutes what the cookies of sessions hold, by a print of the cookie: unsealing one costs more than a kept page. What a ticket
/// says is held against the clock and the store at each request all the same. It is for reading alone: on the way on which a ticket may be sealed
/// anew, each is unsealed, so that one whose key was taken away gets no other.
/// </summary>
internal sealed class RememberedTickets(TimeProvider clock) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    /// <summary>How many are remembered at most.</summary>
    public const int Most = 2_000;

    // Not for the life of a session: a key that was taken away must not go on opening what it sealed.
    private static readonly TimeSpan Time = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<Print, Remembered> _tickets = new();

    /// <summary>How many are remembered.</summary>
    public int Count => _tickets.Count;

    /// <inheritdoc />
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name == IdentityConstants.ApplicationScheme)
        {
            options.TicketDataFormat = new Format(this, options.TicketDataFormat);
        }
    }

    /// <summary>The ticket of a cookie that was unsealed lately, to be read only; null where there is none.</summary>
    public AuthenticationTicket? Find(string cookie) =>
        _tickets.TryGetValue(Print.Of(cookie), out var known) && clock.GetUtcNow() < known.Until ? known.Ticket : null;

    private void Remember(string cookie, AuthenticationTicket ticket)
    {
        if (_tickets.Count >= Most)
        {
            _tickets.Clear();
        }

        _tickets[Print.Of(cookie)] = new(ticket, clock.GetUtcNow() + Time);
    }

    private void Forget(string cookie) => _tickets.TryRemove(Print.Of(cookie), out _);

    private sealed record Remembered(AuthenticationTicket Ticket, DateTimeOffset Until);

    // The cookie itself opens a session, and so it is not what is kept.
    private readonly record struct Print(UInt128 First, UInt128 Second)
    {
        public static Print Of(string cookie)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(MemoryMarshal.AsBytes(cookie.AsSpan()), hash);
            return MemoryMarshal.Read<Print>(hash);
        }
    }

    private sealed class Format(RememberedTickets tickets, ISecureDataFormat<AuthenticationTicket> sealing) : ISecureDataFormat<AuthenticationTicket>
    {
        public string Protect(AuthenticationTicket data) => sealing.Protect(data);

        public string Protect(AuthenticationTicket data, string? purpose) => sealing.Protect(data, purpose);

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

        // A purpose binds a cookie to one line, where the server knows of that.
        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
        {
            if (protectedText is null || !string.IsNullOrEmpty(purpose))
            {
                return sealing.Unprotect(protectedText, purpose);
            }

            var ticket = sealing.Unprotect(protectedText, purpose);
            if (ticket is null)
            {
                tickets.Forget(protectedText);
            }
            else
            {
                tickets.Remember(protectedText, ticket.Clone()); // people are marked on their way
            }

            return ticket;
        }
    }
}
