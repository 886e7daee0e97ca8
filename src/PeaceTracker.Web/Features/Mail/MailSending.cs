using PeaceTracker.Services.Changes;
using PeaceTracker.Services.Data;
using PeaceTracker.Services.Mail;
using PeaceTracker.Services.Outgoing;

namespace PeaceTracker.Web.Features.Mail;

/// <summary>Makes mails of what people follow when it is time, and hands on what waits. Does nothing where no mail server is set.</summary>
public sealed class MailSending(
    MailSettings settings, Follows follows, DigestReader digests, Digest digest, Outbox outbox, MailLine line, StoreLine store, ChangeBus bus,
    FirstPageMade first, TimeProvider clock, ILogger<MailSending> log) : OutgoingLoop(store, bus, first, clock, log)
{
    private const int MostARound = 20;

    /// <inheritdoc />
    protected override bool IsOn => settings.IsSet;

    /// <inheritdoc />
    protected override TimeSpan Pause => TimeSpan.FromSeconds(30);

    /// <summary>Makes what is due and hands it on; returns how many the mail server took.</summary>
    public override async Task<int> RunOnceAsync(CancellationToken cancellationToken)
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
            catch (Exception fault) when (IsOurs(fault, cancellationToken))
#pragma warning restore CA1031
            {
                Log.LogError(fault, "What the account {Account} follows could not be told; tried again", due.AccountId);
            }
        }

        var taken = 0;
        // One after the other: each is taken up for as long as it takes to hand on one.
        for (var tried = 0; tried < MostARound && await outbox.ClaimAsync(cancellationToken) is { } mail; tried++)
        {
            var fault = mail.Content is { } content ? await line.SendAsync(mail.Id, mail.Address, content, cancellationToken) : MailFault.NoKeys;
            await WriteDownAsync(fault is null, token => outbox.RecordAsync(mail.Id, fault, token), cancellationToken);
            if (fault is null)
            {
                taken++;
            }
            else
            {
                // Without the address, which is somebody’s.
                Log.LogInformation("The mail {Mail} was not taken: {Fault}", mail.Id, fault);
            }
        }

        return taken;
    }

    /// <inheritdoc />
    protected override Task LetGoAsync(CancellationToken cancellationToken) => outbox.ReleaseAllAsync(cancellationToken);

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
