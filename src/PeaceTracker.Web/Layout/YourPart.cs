using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Layout;

/// <summary>
/// The part of a document that is one person's: the name, what was done last, what waits, the button that signs out. A document that is kept for
/// all of a role has a place for it, and it is put there as the document is written.
/// </summary>
public sealed class YourPart(ToDoReader toDos, OwnChanges own, IAntiforgery forms, TimeProvider clock, IStringLocalizer<Text> l)
{
    // How long what somebody did is fresh in mind, and its way back offered on every page.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private const int MostForms = 10_000;
    private static readonly object LeftOpen = new();
    private readonly ConcurrentDictionary<(string Account, string Cookie), AntiforgeryTokenSet> _forms = new();

    /// <summary>What stands in a kept document in its place. It has a name that nobody can guess, and so nobody can have written it.</summary>
    public static string Place { get; } = $"<!--yours {Guid.NewGuid():N}-->";

    /// <summary>Says that the document of a request is made for all of a role.</summary>
    public static void LeaveOpen(HttpContext http) => http.Items[LeftOpen] = LeftOpen;

    /// <summary>Says that it is made.</summary>
    public static void Close(HttpContext http) => http.Items.Remove(LeftOpen);

    /// <summary>Whether it is made for all of a role.</summary>
    public static bool IsLeftOpen(HttpContext http) => http.Items.ContainsKey(LeftOpen);

    /// <summary>The part of whoever is signed in, as HTML. It may set the cookie of forms.</summary>
    public ValueTask<string> OfAsync(HttpContext http) =>
        // On the page that says what went wrong the store, which may be what did, is not asked.
        OfAsync(http.User, Form(http), http.Features.Get<IExceptionHandlerFeature>() is null, http.RequestAborted);

    /// <summary>The part of a person with the token of a form that is known.</summary>
    public ValueTask<string> OfAsync(ClaimsPrincipal person, AntiforgeryTokenSet form, CancellationToken cancellation) =>
        OfAsync(person, form, asks: true, cancellation);

    private async ValueTask<string> OfAsync(ClaimsPrincipal person, AntiforgeryTokenSet form, bool asks, CancellationToken cancellation)
    {
        var menu = new List<string>();
        if (person.IsAtLeast(AccountRole.Editor) && person.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
        {
            if (asks && await own.NewestAsync(id, cancellation) is { } last && clock.GetUtcNow().UtcDateTime - last.At < Fresh)
            {
                var takeBack = new BoardAddress(last.Slug).Path("edit/take-back");
                menu.Add($"""<a id="last-own-change" href="{takeBack}" title="{Encoded(last.Summary)}">{Words("Take back my last change")}</a>""");
            }

            var count = asks ? await toDos.CountAsync(id, person.IsAtLeast(AccountRole.Manager), cancellation) : 0;
            var badge = count > 0
                ? $"""<span class="badge"><span class="sr-only">: </span>{count.ToString(CultureInfo.CurrentCulture)}</span>""" : "";
            menu.Add($"""<a href="{Site.At("/to-do")}">{Words("To do")}{badge}</a>""");
        }

        var administration = person.IsAtLeast(AccountRole.Administrator)
            ? $"""<a href="{Site.At("/admin/users")}">{Words("Administration")}</a>""" : "";
        menu.Add(
            $"""
            <button type="button" class="link account-name" popovertarget="account-list"><bdi>{Encoded(person.Identity?.Name ?? "")}</bdi></button>
            <div class="account-list" id="account-list" popover>
            <a href="{Site.At("/account")}">{Words("Your account")}</a>
            {administration}
            <form method="post" action="{Site.At("/account/sign-out")}">
                <input type="hidden" name="_handler" value="sign-out">
                <input type="hidden" name="{form.FormFieldName}" value="{form.RequestToken}">
                <button type="submit" class="link">{Words("Sign out")}</button>
            </form>
            </div>
            """);
        return string.Join('\n', menu);
    }

    /// <summary>The token of a person's forms that was made for the form cookie of their browser; null where none was yet.</summary>
    public AntiforgeryTokenSet? KnownForm(ClaimsPrincipal person, string? cookie) =>
        cookie is { Length: > 0 } && person.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
            ? _forms.GetValueOrDefault((account, cookie)) : null;

    // The token belongs to the account and to the form cookie of the browser; as long as both are the same, so may it be. Sealing one anew for
    // each page costs more than all the rest of a kept page.
    private AntiforgeryTokenSet Form(HttpContext http)
    {
        if (http.Request.Cookies[FormCookie.Name] is not { Length: > 0 } cookie
            || http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } account)
        {
            return forms.GetAndStoreTokens(http);
        }

        if (KnownForm(http.User, cookie) is { } known)
        {
            return known;
        }

        var made = forms.GetAndStoreTokens(http);
        if (made.CookieToken is not null)
        {
            return made; // the cookie was no good, and the browser gets another one
        }

        if (_forms.Count >= MostForms)
        {
            _forms.Clear();
        }

        return _forms[(account, cookie)] = made;
    }

    private string Words(string key) => Encoded(l[key]);

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
