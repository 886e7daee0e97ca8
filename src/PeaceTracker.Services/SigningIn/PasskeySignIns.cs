using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Services.SigningIn;

/// <summary>Signs in with a passkey, without a password and without a code: the device has asked for a finger, a face or a PIN.</summary>
public sealed class PasskeySignIns(
    WriteGate gate, IPasskeyHandler<Account> handler, PasskeyStates states, SignInThrottle throttle,
    AccountSignIn signIn, ExternalSettings external, SecurityLog log)
{
    private const string Purpose = "passkey";
    private const int LongestId = 1400; // 1,023 bytes, as text

    /// <summary>Makes the question that any passkey for this board can answer.</summary>
    public async Task<PasskeyRequest> BeginAsync()
    {
        var made = await handler.MakeRequestOptionsAsync(null, signIn.Context);
        return new PasskeyRequest(made.RequestOptionsJson, states.Seal(Purpose, made.AssertionState ?? ""));
    }

    /// <summary>Looks at what an authenticator answered; sets the session's cookie where it is right.</summary>
    public async Task<SignInAnswer> WithPasskeyAsync(string answer, string state, string? from, CancellationToken cancellationToken)
    {
        if (!external.AllowsPasswords)
        {
            return new SignInAnswer(SignInEnd.Wrong);
        }

        var passkey = IdIn(answer);
        if (await throttle.BeginAsync(Purpose, passkey, from, cancellationToken) is { } wait)
        {
            await log.WriteFoldedAsync(SecurityKinds.Throttled, null, "", from, "With a passkey.", cancellationToken);
            return new SignInAnswer(SignInEnd.TooMany, wait);
        }

        if (answer.Length is 0 or > OwnPasskeys.LongestAnswer
            || await states.OpenAsync(Purpose, state, cancellationToken) is not { } opened)
        {
            return await FailAsync(null, from, "Not sent in full, or too late.", cancellationToken);
        }

        var asserted = await handler.PerformAssertionAsync(new() { HttpContext = signIn.Context, CredentialJson = answer, AssertionState = opened });
        if (!asserted.Succeeded)
        {
            return await FailAsync(null, from, "Not known, or not rightly signed.", cancellationToken);
        }

        await throttle.SucceedAsync(Purpose, passkey, from, cancellationToken);
        if (asserted.User.DisabledAt is not null)
        {
            await FailAsync(asserted.User, from, "The account is disabled.", cancellationToken);
            return new SignInAnswer(SignInEnd.Disabled);
        }

        if (!await UseAsync(asserted.User, asserted.Passkey, from, cancellationToken))
        {
            return await FailAsync(asserted.User, from, "Removed or used in the meantime.", cancellationToken);
        }

        await signIn.FinishAsync(asserted.User);
        return new SignInAnswer(SignInEnd.Done);
    }

    // The counter of an authenticator that has one only rises; of two answers at once with one number, one is taken.
    private async Task<bool> UseAsync(Account account, UserPasskeyInfo passkey, string? from, CancellationToken cancellationToken)
    {
        await using var turn = await gate.EnterAsync(cancellationToken);
        var context = turn.Context;
        var row = await context.Passkeys.SingleOrDefaultAsync(
            p => p.CredentialId == passkey.CredentialId && p.UserId == account.Id, cancellationToken);
        if (row is null || (row.Data.SignCount != 0 && passkey.SignCount <= row.Data.SignCount))
        {
            return false;
        }

        (row.Data.SignCount, row.Data.IsBackedUp) = (passkey.SignCount, passkey.IsBackedUp);
        log.Add(context, SecurityKinds.SignedIn, account.Id, account.DisplayName, from, $"With the passkey {row.Data.Name}.");
        await turn.SaveAsync(cancellationToken);
        return true;
    }

    // Counted by passkey: what fails for one must not hold up its neighbours in the network, who are counted by their address as well.
    private static string IdIn(string answer)
    {
        if (answer.Length > OwnPasskeys.LongestAnswer)
        {
            return "";
        }

        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: <= LongestId } text ? text : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private async Task<SignInAnswer> FailAsync(Account? account, string? from, string why, CancellationToken cancellationToken)
    {
        await log.WriteAsync(
            SecurityKinds.SignInFailed, account?.Id, account?.DisplayName ?? "", from, "With a passkey. " + why, cancellationToken);
        return new SignInAnswer(SignInEnd.Wrong);
    }
}
