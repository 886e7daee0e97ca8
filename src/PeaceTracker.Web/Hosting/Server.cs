using System.Net.Sockets;
using System.Security.Cryptography;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Mail;
using PeaceTracker.Web.Shared;

namespace PeaceTracker.Web.Hosting;

/// <summary>The server, from its settings to its end.</summary>
public static class Server
{
    /// <summary>
    /// Starts the store, adds the negotiation called <paramref name="seed"/> if one is named, and serves until it is told to end. Returns 0, or 1
    /// where it could not start, which is said in a sentence.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, string? seed, TextWriter errors)
    {
        if (Languages.Fault() is { } noLanguages)
        {
            await errors.WriteLineAsync(noLanguages);
            return 1;
        }

        var builder = ProgramBuilder.Make(settings);
        builder.AddAddress();
        if ((AddressCheck.FaultOf(builder.Configuration) ?? PublicAddress.FaultOf(builder.Configuration)
            ?? MailSettings.FaultOf(builder.Configuration)) is { } noAddress)
        {
            await errors.WriteLineAsync(noAddress);
            return 1;
        }

        Site.Root = PublicAddress.PathOf(builder.Configuration);
        builder.AddLogging();
        builder.AddDocuments();
        builder.Services.AddPeaceTrackerStore(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddPeaceTrackerAccounts(builder.Configuration);

        await using var app = builder.Build();
        try
        {
            await app.Services.StartStoreAsync(seed, app.Lifetime.ApplicationStopping);
            await app.Services.StartAccountsAsync(app.Lifetime.ApplicationStopping);
        }
        catch (StoreRefusal refusal)
        {
            await errors.WriteLineAsync(refusal.Message);
            return 1;
        }

        app.UseSignOff();
        app.UseDocuments();
        app.MapDocuments();
        // Taken before: of a server that has ended nothing can be asked any more.
        var started = app.Lifetime.ApplicationStarted;
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (!started.IsCancellationRequested
            && fault is IOException or InvalidOperationException or SocketException or CryptographicException)
        {
            // Somebody was quicker, or a certificate can't be read.
            await errors.WriteLineAsync($"The server can’t listen: {fault.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }
}
