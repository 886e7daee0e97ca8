using System.Security.Claims;
using Microsoft.Extensions.Localization;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Api;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Negotiations;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Web.Reading;

namespace PeaceTracker.Web.Features.Api;

/// <summary>
/// The addresses by which somebody decides on what is recorded: outcomes that wait for them, what was retracted, changes that are taken back, and
/// who sees the board.
/// </summary>
public static class ApiDeciding
{
    /// <summary>Maps them.</summary>
    public static void MapDeciding(this RouteGroupBuilder group)
    {
        group.MapPost("/outcomes/{id:guid}/approvals", ApproveAsync).Recorded<ApiApproval>(
            "approveOutcome", "Approves somebody else’s outcome, which publishes it under their name.");
        group.MapPost("/outcomes/{id:guid}/returns", ReturnAsync).Recorded<ApiReturn>(
            "returnOutcome", "Sends somebody else’s outcome back to its author, with the reason.");
        group.MapPost("/publication", PublishAsync).Recorded<ApiPublication>(
            "publishNegotiation", "Shows the board to readers, or takes it off, with a reason.");
        group.MapPost("/reversals", TakeBackAsync).Recorded<ApiReversal>(
            "takeBackChange", "Takes a change back as a whole, such as an import, as long as nothing rests on it.");
    }

    /// <summary>Maps where outcomes are read that are on their way.</summary>
    public static void MapOutcomes(this RouteGroupBuilder board)
    {
        board.MapGet("/outcomes", OutcomesAsync).WithTags("Recording").WithName("listOutcomes").WithMetadata(new ApiUndated())
            .WithSummary("Your own outcomes, and those waiting for your approval.").Produces<ApiOutcomes>(contentType: "application/json")
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        board.MapGet("/outcomes/{id:guid}", OutcomeAsync).WithTags("Recording").WithName("getOutcome").WithMetadata(new ApiUndated())
            .WithSummary("One of your own outcomes, or one waiting for your approval.").Produces<ApiOutcome>(contentType: "application/json")
            .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    /// <summary>Puts back what was retracted.</summary>
    internal static async Task<IResult> RestoreAsync(
        HttpContext http, string slug, RecordList list, string key, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l)
    {
        var (asking, record, refusal) = await ApiRecording.OpenAsync(http, slug, boards, l);
        if (asking is null || record is null)
        {
            return refusal!;
        }

        var asked = ApiCommands.Restore(list, slug, key, asking.Body, record);
        if (asked.Command is not { } command)
        {
            return await ApiRecording.RunAsync(asking, slug, asked, writer, path => path, address: null);
        }

        var write = await writer.RunAsync(command, asking.Attempt, http.RequestAborted);
        return write.Refusal is SaveResult.Missing
            ? ApiAnswer.Problem(l["Nothing that was retracted has this key, so there is nothing to restore."], StatusCodes.Status404NotFound)
            : ApiRecording.Answer(
                asking, slug, write, path => path, row => $"{ApiRecording.PathOf(list)}/{Uri.EscapeDataString(row)}");
    }

    private static async Task<IResult> ApproveAsync(
        HttpContext http, string slug, Guid id, BoardReader boards, OutcomeDesk desk, ApiWriter writer, IStringLocalizer<Text> l)
    {
        var (asking, _, refusal) = await ApiRecording.OpenAsync(http, slug, boards, l);
        if (asking is null)
        {
            return refusal!;
        }

        if (await desk.FindAsync(slug, id, asking.Attempt.AccountId, http.RequestAborted) is not { } outcome)
        {
            return NoneWaits(l);
        }

        if (outcome.AuthorId == asking.Attempt.AccountId)
        {
            return Own(l);
        }

        var errors = new List<FieldError>();
        var version = asking.Body.Approval(errors)?.Version;
        if (errors.Count == 0 && version is null)
        {
            errors.Add(new("version", l["Give the version that you looked at: it is “version” in the outcome."]));
        }
        // What was read here is what is written, so it has to be the version that was named. One that is published may be asked for once more.
        else if (outcome.State == OutcomeState.Submitted ? outcome.Version != version : asking.Attempt.DryRun)
        {
            errors.Add(new("version", l["It has been changed, published or discarded in the meantime. Read it again."]));
        }

        if (errors.Count > 0)
        {
            return ApiRefusals.Of(l, errors);
        }

        var command = new PublishOutcome(slug, OutcomeForm.Read(outcome.Form), id, version!.Value, outcome.Author);
        var write = await writer.RunAsync(command, asking.Attempt, http.RequestAborted);
        return ApiRecording.Answer(
            asking, slug,
            write with { Written = write.Written is { } written ? written with { Outcome = id, State = OutcomeState.Published } : null },
            path => path, _ => $"outcomes/{id}");
    }

    private static async Task<IResult> ReturnAsync(
        HttpContext http, string slug, Guid id, BoardReader boards, OutcomeDesk desk, IStringLocalizer<Text> l)
    {
        var (asking, _, refusal) = await ApiRecording.OpenAsync(http, slug, boards, l);
        if (asking is null)
        {
            return refusal!;
        }

        var errors = new List<FieldError>();
        if (asking.Body.Return(errors) is not { } asked)
        {
            return ApiRefusals.Of(l, errors);
        }

        var dry = asking.Attempt.DryRun;
        return await desk.ReturnAsync(slug, id, asked.Reason, asking.Attempt.AccountId, http.RequestAborted, rehearsal: dry) switch
        {
            OutcomeSave.Kept => ApiRecording.Answer(
                asking, slug, new(new(dry, null, null, id, OutcomeState.Returned, [], null), $"{id}", null), path => path, key => $"outcomes/{key}"),
            OutcomeSave.Refused refused => ApiRefusals.Of(l, refused.Errors),
            OutcomeSave.NotAllowed { Reason: var reason } => http.User.IsAtLeast(AccountRole.Manager) && reason == NotAllowedReason.Role
                ? Own(l) : ApiRefusals.Of(http, l, new SaveResult.NotAllowed(reason), path => path),
            _ => NoneWaits(l),
        };
    }

    private static async Task<IResult> PublishAsync(
        HttpContext http, string slug, BoardReader boards, ApiWriter writer, IStringLocalizer<Text> l)
    {
        var (asking, _, refusal) = await ApiRecording.OpenAsync(http, slug, boards, l);
        return asking is null ? refusal! : await ApiRecording.RunAsync(
            asking, slug, ApiCommands.Publish(slug, asking.Body), writer, path => path, _ => "");
    }

    private static async Task<IResult> TakeBackAsync(
        HttpContext http, string slug, BoardReader boards, OwnChanges changes, ApiWriter writer, IStringLocalizer<Text> l)
    {
        var (asking, _, refusal) = await ApiRecording.OpenAsync(http, slug, boards, l);
        if (asking is null)
        {
            return refusal!;
        }

        var errors = new List<FieldError>();
        var number = asking.Body.Reversal(errors)?.Change;
        if (number is null)
        {
            return ApiRefusals.Of(l, errors.Count > 0 ? errors : [new("change", l["Give the number of the change to take back."])]);
        }

        if (await changes.FindAsync(slug, number.Value, http.RequestAborted) is not { } found)
        {
            return ApiAnswer.Problem(l["There is no change {0} on this board.", number], StatusCodes.Status404NotFound);
        }

        return found.Change.AccountId != asking.Attempt.AccountId && !http.User.IsAtLeast(AccountRole.Manager)
            ? ApiAnswer.Problem(
                l["{0} made this change. Only the person who made it, or a manager, can take it back.", found.Change.RecordedBy],
                StatusCodes.Status403Forbidden)
            : await ApiRecording.RunAsync(
                asking, slug, new(new TakeBack(slug, number.Value, found.Change.Summary, found.Rows), []), writer, path => path, address: null);
    }

    private static IResult NoneWaits(IStringLocalizer<Text> l) =>
        ApiAnswer.Problem(l["No outcome with this number is waiting for you."], StatusCodes.Status404NotFound);

    private static IResult Own(IStringLocalizer<Text> l) =>
        ApiAnswer.Problem(l["This outcome is your own. Somebody else must decide on it."], StatusCodes.Status403Forbidden);

    private static async Task<IResult> OutcomesAsync(
        HttpContext http, string slug, BoardReader boards, OutcomeDesk desk, IStringLocalizer<Text> l) =>
        await RefuseToShowAsync(http, slug, boards, l) ?? Unkept(http, new ApiOutcomes(
            !http.User.IsAtLeast(AccountRole.Editor) ? []
                : [.. (await desk.ListAsync(slug, AccountOf(http), http.RequestAborted)).Select(outcome => Of(http, slug, outcome))]));

    private static async Task<IResult> OutcomeAsync(
        HttpContext http, string slug, Guid id, BoardReader boards, OutcomeDesk desk, IStringLocalizer<Text> l) =>
        await RefuseToShowAsync(http, slug, boards, l) is { } refusal ? refusal
        // Asked of who came as well: without a second factor, where one is asked for, nobody is an editor.
        : !http.User.IsAtLeast(AccountRole.Editor)
        || await desk.FindAsync(slug, id, AccountOf(http), http.RequestAborted) is not { } outcome
            ? ApiAnswer.Problem(l["There is no outcome with this number that you may see."], StatusCodes.Status404NotFound)
            : Unkept(http, Of(http, slug, outcome));

    // What is on its way belongs to somebody, who has to come as themselves, to a board that they see.
    private static async Task<IResult?> RefuseToShowAsync(HttpContext http, string slug, BoardReader boards, IStringLocalizer<Text> l)
    {
        http.Response.Headers.CacheControl = KeptElsewhere.Nowhere;
        return http.User.Identity?.IsAuthenticated != true ? BearerTokens.Unauthorized(http, sent: false)
            : await boards.FindAsync(slug, http.RequestAborted) is { Negotiation: var found } && found.Slug == slug
                && http.User.MaySee(found.IsPublished) ? null
            : ApiAnswer.Problem(l["There is no negotiation “{0}” here.", slug], StatusCodes.Status404NotFound);
    }

    private static IResult Unkept<T>(HttpContext http, T answer)
    {
        var result = ApiAnswer.Ok(http, answer);
        http.Response.Headers.CacheControl = KeptElsewhere.Nowhere;
        return result;
    }

    private static string? AccountOf(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier);

    private static ApiOutcome Of(HttpContext http, string slug, Outcome outcome) => new(
        outcome.Id, outcome.Version, outcome.Title, outcome.Author, outcome.State, outcome.ChangeNumber, outcome.UpdatedAt, outcome.DecidedBy,
        outcome.ReturnReason, FileFormat.Absolute(http.Request, new BoardAddress(slug).Path($"edit/outcome/{outcome.Id}")));
}
