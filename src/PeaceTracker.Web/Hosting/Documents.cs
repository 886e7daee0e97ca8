using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Web.Components;
using PeaceTracker.Web.Features.Accounts;
using PeaceTracker.Web.Features.Administration;
using PeaceTracker.Web.Features.Agreement;
using PeaceTracker.Web.Features.Api;
using PeaceTracker.Web.Features.Audit;
using PeaceTracker.Web.Features.Changes;
using PeaceTracker.Web.Features.Issues;
using PeaceTracker.Web.Features.Mail;
using PeaceTracker.Web.Features.Outcomes;
using PeaceTracker.Web.Features.Pairs;
using PeaceTracker.Web.Features.Search;
using PeaceTracker.Web.Features.SigningIn;
using PeaceTracker.Web.Features.Talks;
using PeaceTracker.Web.Features.Webhooks;
using PeaceTracker.Web.Layout;
using PeaceTracker.Web.Reading;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Hosting;

/// <summary>The reading pages: static documents, and what the server puts round each of them.</summary>
public static class Documents
{
    /// <summary>Registers what the pages need.</summary>
    public static void AddDocuments(this WebApplicationBuilder builder)
    {
        // Packaged files (blazor.web.js) are served from the packages when the program runs unpublished, in any environment.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents();
        builder.AddCircuits();
        builder.AddSessions();
        builder.AddEncryptedLine();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddWords();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RunningProgram>();
        builder.Services.AddSingleton<Openings>();
        builder.AddApi();
        builder.AddWebhooks();
        builder.AddMail();
        builder.Services.AddSingleton<FirstPage>();
        builder.AddProbes();
        builder.AddTelemetry();
        builder.Services.AddHostedService<DailyBackups>();
        // Streams and circuits are told at once; whoever still sends after this is cut off.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(4));
        builder.Services.TryAddSingleton<ChangeBus>();
        builder.Services.TryAddSingleton<FirstPageMade>();
        builder.Services.AddSingleton<DocumentState>();
        builder.Services.AddSingleton<KeptDocuments>();
        builder.Services.AddSingleton<DrawnParts>();
        builder.Services.AddSingleton<YourPart>();
        builder.Services.AddResponseCompression(options =>
        {
            // Documents carry no secret beside text that a stranger chooses.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv"];
        });
    }

    /// <summary>Puts the pipeline together, from the outside in.</summary>
    public static void UseDocuments(this WebApplication app)
    {
        app.UsePublicAddress();
        app.PrintAddress();
        app.Services.GetRequiredService<RunningProgram>(); // begins to count
        app.UseReadyBoards();
        app.UseRequestLog();
        app.UseMiddleware<KeptAnswers>();
        app.UseFraming();
        app.UseSecurityHeaders();
        app.UseRequestTidying();
        app.UseEncryptedLine();
        app.UseFormCookie();
        app.UseHeadAsGet();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseWhen(
            http => !http.Request.Path.StartsWithSegments("/api"),
            pages => pages.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        app.UseFormAnswers();
        app.UseSameOrigin();
        app.UseReadingOnly();
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new(Languages.Offered[0]),
            SupportedCultures = Languages.Offered,
            SupportedUICultures = Languages.Offered,
        });
        app.UseRouting();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseBearerTokens();
        app.UseAuthorization();
        // After both: what is kept is for those who may read it.
        app.UseMiddleware<DocumentKeeping>();
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/_blazor"), documents => documents.UseResponseCompression());
        app.UseAntiforgery();
    }

    /// <summary>Maps pages, files and probes.</summary>
    public static void MapDocuments(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous().KeepFonts();
        app.MapRazorComponents<App>().AddCircuitRenderMode().RequireRights()
            .WithMetadata(KeptAsDocument.Mark);
        app.MapTheme();
        app.MapPasskeyOptions();
        app.MapExternalSignIn();
        app.MapPalette();
        app.MapUnsubscribe();
        app.MapIssueFiles();
        app.MapShareFiles();
        app.MapComparisonFiles();
        app.MapPairFiles();
        app.MapProofFile();
        app.MapChangesAtom();
        app.MapSearchAtom();
        app.MapRoundsCalendar();
        app.MapApi();
        app.MapAdministrationStart();
        app.MapAuditFiles();
        app.MapOutcomeStart();
        app.MapLive();
        app.MapBoardTables();
        app.MapRobots();
        app.MapProbes();
        app.MapMetrics();
    }
}
