namespace PeaceTracker.Services.Accounts;

/// <summary>An account as its owner and administrators see it.</summary>
public sealed record ListedAccount(
    string Id, string Email, string DisplayName, AccountRole Role, DateTime CreatedAt, DateTime? DisabledAt, bool UsesCodes, int Passkeys);
