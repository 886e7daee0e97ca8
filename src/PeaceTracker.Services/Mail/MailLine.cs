using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace PeaceTracker.Services.Mail;

/// <summary>Hands mails to the mail server.</summary>
public sealed class MailLine(MailSettings settings, TimeProvider clock)
{
    private const int Patience = 30_000; // milliseconds, for each step

    /// <summary>Hands one on; null where the server has it, and why not otherwise.</summary>
    public async Task<MailFault?> SendAsync(string id, string address, MailContent content, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = Patience };
        try
        {
            using var message = Message(id, address, content);
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Security), cancellationToken);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", cancellationToken);
            }

            await client.SendAsync(message, cancellationToken);
        }
        catch (SmtpCommandException refused)
        {
            return refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500 ? MailFault.Address : MailFault.NotTaken;
        }
        catch (ParseException)
        {
            // An address that is none.
            return MailFault.Address;
        }
        catch (AuthenticationException)
        {
            return MailFault.SignIn;
        }
#pragma warning disable CA1031 // Whatever else goes wrong on the way: the mail stays, and is tried again.
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return MailFault.NoConnection;
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
#pragma warning disable CA1031 // The server has the mail: how the line ends is no matter.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }

        return null;
    }

    private MimeMessage Message(string id, string address, MailContent content)
    {
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage
        {
            Subject = OneLine(content.Subject), Date = clock.GetUtcNow(), MessageId = $"{id}@{from.Domain}",
            Body = new BodyBuilder { TextBody = content.Text, HtmlBody = content.Html }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", address));
        // No machine answers it that is away on holiday.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (content.Unsubscribe is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    // A title with a line break in it begins no header of its own.
    private static string OneLine(string subject) =>
        string.Concat(subject.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };
}
