using System.Globalization;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace PeaceTracker.Services.Mail;

/// <summary>How the line to the mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>It begins plain and is encrypted before anything is said: usual at port 587.</summary>
    StartTls,
    /// <summary>It is encrypted from the start: usual at port 465.</summary>
    Tls,
    /// <summary>It is not: for a server on this machine.</summary>
    None,
}

/// <summary>The mail server; where none is set, the program is whole without it.</summary>
/// <param name="Host">Its name; empty where none is set.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">The name by which the program signs in there; null for none.</param>
/// <param name="Password">The password.</param>
/// <param name="From">From whom mails are.</param>
/// <param name="Security">How the line is encrypted.</param>
/// <param name="Site">The address of the site, by which links in mails begin; without a slash at its end.</param>
public sealed record MailSettings(string Host, int Port, string? User, string? Password, string From, MailSecurity Security, string Site)
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "PeaceTracker:Mail";

    private const string SiteSetting = "PeaceTracker:PublicAddress";

    /// <summary>Whether there is a mail server.</summary>
    public bool IsSet => Host.Length > 0;

    /// <summary>What is wrong with the settings, in a sentence; null where nothing is.</summary>
    public static string? FaultOf(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        return string.IsNullOrWhiteSpace(section["Host"]) ? null
            : !MailboxAddress.TryParse(section["From"], out _)
                ? $"{Section}:From is “{section["From"]}”, which mail can’t be sent from: write it as board@example.org."
            : section["Port"] is { Length: > 0 } port && !TryPort(port, out _) ? $"{Section}:Port is “{port}”: it must be a number from 1 to 65535."
            : section["Security"] is { Length: > 0 } word && SecurityOf(word) is null
                ? $"{Section}:Security is “{word}”: it must be one of {string.Join(", ", Enum.GetNames<MailSecurity>())}."
            : string.IsNullOrWhiteSpace(configuration[SiteSetting])
                ? $"{Section}:Host is set, and mails hold links to this site: set {SiteSetting} to its address, https://board.example.org."
            : null;
    }

    /// <summary>Reads settings that are right.</summary>
    public static MailSettings Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var security = SecurityOf(section["Security"]) ?? MailSecurity.StartTls;
        return new MailSettings(
            (section["Host"] ?? "").Trim(), TryPort(section["Port"], out var port) ? port : security == MailSecurity.Tls ? 465 : 587,
            section["User"] is { Length: > 0 } user ? user : null, section["Password"], section["From"] ?? "", security,
            (configuration[SiteSetting] ?? "").TrimEnd('/'));
    }

    private static bool TryPort(string? text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;

    private static MailSecurity? SecurityOf(string? word) =>
        Enum.GetValues<MailSecurity>().Where(one => string.Equals(one.ToString(), word, StringComparison.OrdinalIgnoreCase))
            .Select(one => (MailSecurity?)one).FirstOrDefault();
}
