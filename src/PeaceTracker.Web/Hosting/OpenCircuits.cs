using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

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
    public int SignOff(string accountId)
    {
        var signedOff = 0;
        foreach (var (id, entry) in circuits.Where(circuit => circuit.Value.AccountId == accountId))
        {
            circuits[id] = entry with { AccountId = null };
            entry.Authentication.SignOff();
            signedOff++;
        }

        return signedOff;
    }

    /// <summary>A circuit was opened.</summary>
    public void Add(string circuit, CircuitAuthentication authentication, string? accountId) =>
        circuits[circuit] = new Entry(authentication, accountId);

    /// <summary>A circuit was closed.</summary>
    public void Remove(string circuit) => circuits.TryRemove(circuit, out _);

    private sealed record Entry(CircuitAuthentication Authentication, string? AccountId);
}

/// <summary>Enters a circuit into the list while it is open.</summary>
internal sealed class CircuitWatch(OpenCircuits circuits, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (authentication is CircuitAuthentication own)
        {
            var state = await own.GetAuthenticationStateAsync();
            circuits.Add(circuit.Id, own, state.User.FindFirstValue(ClaimTypes.NameIdentifier));
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Remove(circuit.Id);
        return Task.CompletedTask;
    }
}
