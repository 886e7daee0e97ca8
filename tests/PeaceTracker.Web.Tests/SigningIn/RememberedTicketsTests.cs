using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Time.Testing;
using PeaceTracker.Web.Features.SigningIn;

namespace PeaceTracker.Web.Tests.SigningIn;

/// <summary>What cookies of sessions hold is remembered for minutes, to be read and for nothing else.</summary>
public sealed class RememberedTicketsTests
{
    [Fact]
    public void Unprotect_ManyCookies_AreRememberedUpToABoundAndForMinutes()
    {
        var clock = new FakeTimeProvider();
        var tickets = new RememberedTickets(clock);
        var sealing = new TicketDataFormat(new EphemeralDataProtectionProvider().CreateProtector("test"));
        var options = new CookieAuthenticationOptions { TicketDataFormat = sealing };
        tickets.PostConfigure(IdentityConstants.ApplicationScheme, options);
        var ticket = new AuthenticationTicket(new(new ClaimsIdentity([new("name", "Ann")], "test")), "test");
        var cookie = sealing.Protect(ticket);

        var first = options.TicketDataFormat.Unprotect(cookie)!;
        ((ClaimsIdentity)first.Principal.Identity!).AddClaim(new("marked", "on its way"));

        Assert.Single(options.TicketDataFormat.Unprotect(cookie)!.Principal.Claims); // a copy each time
        Assert.Single(tickets.Find(cookie)!.Principal.Claims);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(tickets.Find(cookie));
        Assert.NotNull(options.TicketDataFormat.Unprotect(cookie));

        for (var i = 0; i <= RememberedTickets.Most; i++)
        {
            options.TicketDataFormat.Unprotect(sealing.Protect(ticket));
        }

        Assert.InRange(tickets.Count, 1, RememberedTickets.Most);
    }

    // The memory reads a cookie whose key is gone, and never lets it be sealed anew.
    [Fact]
    public void Unprotect_WhereTheKeyWasTakenAway_IsNobody()
    {
        var tickets = new RememberedTickets(new FakeTimeProvider());
        var keys = new LostKeys();
        var options = new CookieAuthenticationOptions { TicketDataFormat = keys };
        tickets.PostConfigure(IdentityConstants.ApplicationScheme, options);
        var cookie = keys.Protect(new(new(new ClaimsIdentity("test")), "test"));
        Assert.NotNull(options.TicketDataFormat.Unprotect(cookie));
        Assert.NotNull(tickets.Find(cookie));

        keys.AreGone = true;

        Assert.Null(options.TicketDataFormat.Unprotect(cookie));
        Assert.Null(tickets.Find(cookie));
    }

    private sealed class LostKeys : ISecureDataFormat<AuthenticationTicket>
    {
        private readonly TicketDataFormat _sealing = new(new EphemeralDataProtectionProvider().CreateProtector("test"));

        public bool AreGone { get; set; }

        public string Protect(AuthenticationTicket data) => _sealing.Protect(data);

        public string Protect(AuthenticationTicket data, string? purpose) => _sealing.Protect(data, purpose);

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) =>
            AreGone ? null : _sealing.Unprotect(protectedText, purpose);
    }
}
