namespace PeaceTracker.Web.Features.Outcomes;

/// <summary>The address at which a new outcome of talks is begun.</summary>
public static class OutcomeStart
{
    /// <summary>Leads on to an address of its own, at which what is typed is found again, with what it is about.</summary>
    public static void MapOutcomeStart(this IEndpointRouteBuilder app) =>
        app.MapGet("/negotiations/{slug}/edit/outcome/new", (string slug, HttpRequest request) =>
            Results.LocalRedirect($"~/negotiations/{Uri.EscapeDataString(slug)}/edit/outcome/{Guid.NewGuid()}{request.QueryString}"))
            .ExcludeFromDescription();
}
