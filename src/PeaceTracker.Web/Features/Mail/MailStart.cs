using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Mail;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.Mail;

/// <summary>Puts mail into the server.</summary>
public static class MailStart
{
    /// <summary>Where one click of a mail program, or the button of the page, ends mails.</summary>
    public const string Unsubscribe = "/account/unsubscribe/{token}";

    /// <summary>What the button of the page sends besides, and a mail program does not.</summary>
    public const string FromPage = "page";

    /// <summary>Registers what makes mails and hands them on.</summary>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddPeaceTrackerMail(builder.Configuration);
        builder.Services.AddSingleton<Digest>();
        builder.Services.AddSingleton<MailSending>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<MailSending>());
    }

    /// <summary>
    /// Maps the click. Whoever has the link is signed in nowhere, so there is no token of a form: the link itself is sealed. A mail program is not
    /// led elsewhere, as its standard asks (RFC 8058).
    /// </summary>
    public static void MapUnsubscribe(this IEndpointRouteBuilder app) => app.MapPost(
        Unsubscribe,
        async (string token, HttpRequest request, Follows follows, IStringLocalizer<Text> l, CancellationToken cancellationToken) =>
        {
            if (follows.Read(token) is not var (account, id))
            {
                return Results.Text(l["This link is not complete."].Value, "text/plain", statusCode: StatusCodes.Status404NotFound);
            }

            await follows.EndAsync(account, id, cancellationToken);
            return request.Query.ContainsKey(FromPage)
                ? Results.Redirect(Site.At($"/account/unsubscribe/{token}?{UnsubscribePage.DoneName}=yes"))
                : Results.Text(l["You will no longer receive this."].Value, "text/plain");
        }).AllowAnonymous().DisableAntiforgery().WithOrder(-1).ExcludeFromDescription();
}
