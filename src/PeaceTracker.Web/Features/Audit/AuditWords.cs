using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Audit;

namespace PeaceTracker.Web.Features.Audit;

/// <summary>The words of the audit.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["added"] = "{0} added", ["edited"] = "{0} edited", ["recorded"] = "{0} recorded", ["corrected"] = "{0} corrected",
        ["retracted"] = "{0} retracted", ["published"] = "{0} published", ["restored"] = "{0} restored",
    };

    /// <summary>What a kind of entry is called: "Status event corrected", "Signed in".</summary>
    public static string Kind(IStringLocalizer<Text> L, string kind) => kind switch
    {
        SecurityKinds.SignedIn => L["Signed in"],
        SecurityKinds.SignInFailed => L["Signing in failed"],
        SecurityKinds.Throttled => L["Too many attempts"],
        SecurityKinds.SignedOut => L["Signed out"],
        SecurityKinds.SetUp => L["First administrator made"],
        SecurityKinds.AccountMade => L["Account made"],
        SecurityKinds.Invited => L["Person invited"],
        SecurityKinds.InvitationWithdrawn => L["Invitation withdrawn"],
        SecurityKinds.RoleChanged => L["Role changed"],
        SecurityKinds.Disabled => L["Account disabled"],
        SecurityKinds.Enabled => L["Account enabled"],
        SecurityKinds.SessionsEnded => L["Sessions ended"],
        SecurityKinds.PasswordChanged => L["Password changed"],
        SecurityKinds.Renamed => L["Name changed"],
        SecurityKinds.CodesOn => L["Signing in with codes switched on"],
        SecurityKinds.CodesOff => L["Signing in with codes switched off"],
        SecurityKinds.RecoveryCodesMade => L["Recovery codes made"],
        SecurityKinds.RecoveryCodeUsed => L["Recovery code used"],
        SecurityKinds.PasskeyAdded => L["Passkey added"],
        SecurityKinds.PasskeyRemoved => L["Passkey removed"],
        SecurityKinds.TokenMade => L["Access token made"],
        SecurityKinds.TokenRevoked => L["Access token revoked"],
        SecurityKinds.Erased => L["Account erased"],
        SecurityKinds.MailReturned => L["Mails come back, or arrive again"],
        SecurityKinds.AccessRefused => L["Access refused"],
        SecurityKinds.SaveRefused => L["Save refused"],
        SecurityKinds.OutcomeSubmitted => L["Outcome submitted for approval"],
        SecurityKinds.OutcomeReturned => L["Outcome returned to its author"],
        SecurityKinds.WebhookAdded => L["Webhook added"],
        SecurityKinds.WebhookPaused => L["Webhook paused"],
        SecurityKinds.WebhookResumed => L["Webhook resumed"],
        SecurityKinds.WebhookRemoved => L["Webhook removed"],
        SecurityKinds.WebhookResent => L["Delivery to a webhook sent again"],
        "negotiation-taken-off" => L["Negotiation taken off"],
        "change-taken-back" => L["Change taken back"],
        "outcome-published" => L["Outcome of talks published"],
        "rows-imported" => L["Table imported"],
        _ => Change(L, kind),
    };

    /// <summary>What a row of a section is called.</summary>
    public static string Row(IStringLocalizer<Text> L, string section) => L[RecordSections.Find(section)?.Noun ?? section];

    // "working-group-edited"
    private static string Change(IStringLocalizer<Text> L, string kind)
    {
        var cut = kind.LastIndexOf('-');
        return cut > 0 && Verbs.TryGetValue(kind[(cut + 1)..], out var sentence) ? L[sentence, L[Words(kind[..cut])]] : L[Words(kind)];
    }

    // Changes to pairs were once recorded as changes to dyads.
    private static string Words(string kebab)
    {
        var words = kebab.Replace("dyad", "pair", StringComparison.Ordinal).Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
