using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Web.Features.Accounts;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Features.SigningIn;

/// <summary>A page about signing in or about one's own account: a document with forms that post, complete without JavaScript.</summary>
public abstract class AccountForm : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    /// <summary>The visible words.</summary>
    [Inject] protected IStringLocalizer<Text> L { get; set; } = default!;

    /// <summary>For going on to another page.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>Why the form was refused; empty where it was not.</summary>
    protected IReadOnlyList<AccountFault> Faults { get; private set; } = [];

    /// <summary>What is said above the form in place of, or beside, what is said at its fields.</summary>
    protected string? Message { get; set; }

    /// <summary>The network address of the request.</summary>
    protected string? From => Http.From();

    /// <summary>Ends when the browser has gone away.</summary>
    protected CancellationToken Aborted => Http.RequestAborted;

    /// <summary>Says why nothing was done; what was typed stays in the form.</summary>
    protected void Refuse(AccountResult result)
    {
        Faults = result.Faults;
        if (result.RetryAfter is { } wait)
        {
            Wait(wait);
        }

        Answer(Faults.Contains(AccountFault.TooManyAttempts) ? StatusCodes.Status429TooManyRequests
            : Faults.Contains(AccountFault.Busy) ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Says why nothing was done.</summary>
    protected void Refuse(params AccountFault[] faults) => Refuse(new AccountResult(faults));

    /// <summary>Says to a program when to come back.</summary>
    protected void Wait(TimeSpan time) =>
        Http.Response.Headers.RetryAfter = ((int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Sets the status of the answer.</summary>
    protected void Answer(int status) => Http.Response.StatusCode = status;

    /// <summary>Whether a form that is posted to no page carries the token of one of ours; asked where the route says that it is required.</summary>
    public static bool HasToken(HttpContext http) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };

    /// <summary>What is said at a field to which some of the faults belong; null where none does.</summary>
    protected string? ErrorOf(params AccountFault[] faults) =>
        Faults.Where(faults.Contains).Select(fault => FaultWords.Sentence(L, fault)).FirstOrDefault();

    /// <summary>Goes on to where the reader came from, if that is an address of this site; to the start otherwise.</summary>
    protected void GoOn(string? returnUrl) => Navigation.NavigateTo(Local(returnUrl));

    /// <summary>An address of this site, for links and redirects: what a stranger put into a link leads nowhere else.</summary>
    internal static string Local(string? returnUrl) =>
        RedirectHttpResult.IsLocalUrl(returnUrl) && returnUrl!.All(c => char.IsAscii(c) && !char.IsControl(c)) && returnUrl[0] == '/'
        && !returnUrl.StartsWith(Site.At("/account/sign"), StringComparison.OrdinalIgnoreCase)
            ? returnUrl : Site.At("/");
}
