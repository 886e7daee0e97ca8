using System.Threading.Channels;
using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Mail;

namespace PeaceTracker.Web.Features.Mail;

/// <summary>Makes mails of what people follow when it is time, and hands on what waits. Does nothing where no mail server is set.</summary>
public sealed class MailSending(
    MailSettings settings, Follows follows, DigestReader digests, Digest digest, Outbox outbox, MailLine line, StoreLine store, ChangeBus bus,
    TimeProvider clock, ILogger<MailSending> log) : BackgroundService
{
    private const int MostARound = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _moved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Makes what is due and hands it on; returns how many the mail server took.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsSet)
        {
            return 0;
        }

        foreach (var due in await follows.DueAsync(cancellationToken))
        {
            try
            {
                await MakeAsync(due, cancellationToken);
            }
#pragma warning disable CA1031 // What can't be told to one must not keep the others from being told.
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested && !store.IsCut(fault))
#pragma warning restore CA1031
            {
                log.LogError(fault, "What the account {Account} follows could not be told; tried again", due.AccountId);
            }
        }

        var taken = 0;
        // One after the other: each is taken up for as long as it takes to hand on one.
        for (var tried = 0; tried < MostARound && await outbox.ClaimAsync(cancellationToken) is { } mail; tried++)
        {
            var fault = mail.Content is { } content ? await line.SendAsync(mail.Id, mail.Address, content, cancellationToken) : MailFault.NoKeys;
            if (fault is null)
            {
                await PatientWrite.DoAsync(token => outbox.RecordAsync(mail.Id, null, token), clock, log, cancellationToken);
                taken++;
            }
            else
            {
                await outbox.RecordAsync(mail.Id, fault, cancellationToken);
                // Without the address, which is somebody’s.
                log.LogInformation("The mail {Mail} was not taken: {Fault}", mail.Id, fault);
            }
        }

        return taken;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsSet)
        {
            return;
        }

        void OnMoved(long number) => _moved.Writer.TryWrite(true);
        bus.Moved += OnMoved;
        try
        {
            while (true)
            {
                await RunAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
        }
        finally
        {
            bus.Moved -= OnMoved;
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await RunOnceAsync(cancellationToken) > 0)
            {
            }
        }
        catch (Exception cut) when (store.IsCut(cut))
        {
            // The database is away, which is told elsewhere, once.
        }
#pragma warning disable CA1031 // The next round tries again.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogWarning(fault, "Mails could not be made or handed on; tried again in {Seconds} seconds", Pause.TotalSeconds);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Pause, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _moved.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time for the next round.
        }
    }

    private async Task MakeAsync(DueFollows due, CancellationToken cancellationToken)
    {
        var (news, reached) = (new List<FollowNews>(), new Dictionary<int, long>());
        foreach (var follow in due.Items)
        {
            (var one, reached[follow.Id]) = await digests.ReadAsync(follow, due.Role, cancellationToken);
            if (one is { Any: true })
            {
                news.Add(one);
            }
        }

        await follows.AdvanceAsync(due, reached, news.Count == 0 ? null : digest.Of(due.AccountId, news), cancellationToken);
    }
}
