using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using PeaceTracker.Web.Features.SigningIn;

namespace PeaceTracker.Web.Hosting;

/// <summary>The circuits that are open in this process, and whose they are.</summary>
public sealed class OpenCircuits
{
    private readonly ConcurrentDictionary<string, Entry> circuits = [];

    /// <summary>How many circuits are open, those included whose line is lost for the moment.</summary>
    public int Count => circuits.Count;

    /// <summary>How many circuits an account has open.</summary>
    public int CountOf(string accountId) => circuits.Values.Count(entry => entry.AccountId == accountId);

    /// <summary>Makes all circuits of an account anonymous and tells their pages; says how many.</summary>
    public int SignOff(string accountId) => SignOff(entry => entry.AccountId == accountId);

    /// <summary>The same for those that were opened in one session, which ends.</summary>
    public int SignOffSession(string session) => SignOff(entry => entry.AccountId is not null && entry.Session == session);

    private int SignOff(Func<Entry, bool> which)
    {
        var signedOff = 0;
        foreach (var (id, entry) in circuits.Where(circuit => which(circuit.Value)))
        {
            circuits[id] = entry with { AccountId = null };
            entry.Authentication.SignOff();
            signedOff++;
        }

        return signedOff;
    }

    /// <summary>A circuit was opened.</summary>
    public void Add(string circuit, CircuitAuthentication authentication, string? accountId, string? session = null) =>
        circuits[circuit] = new Entry(authentication, accountId, session);

    /// <summary>A circuit was closed.</summary>
    public void Remove(string circuit) => circuits.TryRemove(circuit, out _);

    private sealed record Entry(CircuitAuthentication Authentication, string? AccountId, string? Session);
}

/// <summary>Enters a circuit into the list while it is open.</summary>
internal sealed class CircuitWatch(OpenCircuits circuits, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (authentication is CircuitAuthentication own)
        {
            var state = await own.GetAuthenticationStateAsync();
            circuits.Add(circuit.Id, own, state.User.FindFirstValue(ClaimTypes.NameIdentifier), Session.IdOf(state.User));
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Remove(circuit.Id);
        return Task.CompletedTask;
    }
}
