using PeaceTracker.Services.Outcomes;

namespace PeaceTracker.Web.Features.Outcomes;

/// <summary>An outcome while it is typed, and how far it is kept in the store. Of one page, used in its turn only.</summary>
public sealed class KeptOutcome
{
    private readonly OutcomeDesk desk;
    private readonly string slug;
    private readonly Func<string> account;
    private string kept;
    private string? tried;
    private bool keeping;

    /// <summary>
    /// Goes on with an outcome of the store, or begins one with <paramref name="begun"/> where <paramref name="stored"/> is null.
    /// <paramref name="account"/> says who is signed in at the moment: it is asked each time, because a session can end while somebody types.
    /// </summary>
    public KeptOutcome(OutcomeDesk desk, string slug, Guid id, Func<string> account, Outcome? stored, OutcomeForm? begun = null)
    {
        (this.desk, this.slug, Id, this.account) = (desk, slug, id, account);
        Form = stored is null ? begun ?? new() : OutcomeForm.Read(stored.Form);
        Version = stored?.Version ?? 0;
        At = stored?.UpdatedAt;
        kept = Form.Write();
    }

    /// <summary>Its number.</summary>
    public Guid Id { get; }

    /// <summary>What is typed.</summary>
    public OutcomeForm Form { get; }

    /// <summary>The version in the store; 0 while nothing is kept.</summary>
    public int Version { get; private set; }

    /// <summary>When it was last kept (UTC); null while nothing is.</summary>
    public DateTime? At { get; private set; }

    /// <summary>Why what is typed is not kept; null where it is, or is about to be.</summary>
    public OutcomeSave? Refusal { get; private set; }

    /// <summary>Whether all that is typed is in the store.</summary>
    public bool IsKept => Refusal is null && Form.Write() == kept;

    /// <summary>
    /// Keeps what is typed, if something was typed since; true where the store has all of it. What was refused is tried again only
    /// once it is another, or where <paramref name="again"/> says so.
    /// </summary>
    public async Task<bool> KeepAsync(bool again = false, CancellationToken cancellationToken = default)
    {
        var form = Form.Write();
        if (keeping || (Refusal is null ? form == kept && !(again && Version == 0) : form == tried && !again))
        {
            return !keeping && Refusal is null;
        }

        (keeping, tried) = (true, form);
        try
        {
            var result = await desk.KeepAsync(slug, Id, Version, Form, account(), cancellationToken);
            Refusal = result is OutcomeSave.Kept ? null : result;
            if (result is OutcomeSave.Kept now)
            {
                (kept, Version, At) = (form, now.Version, now.At);
            }

            return Refusal is null;
        }
        finally
        {
            keeping = false;
        }
    }

    /// <summary>What is typed is given up: nothing of it is kept any more.</summary>
    public void GiveUp() => kept = Form.Write();

    /// <summary>What is typed here replaces what another window saved.</summary>
    public Task<bool> KeepOverAsync(OutcomeSave.ElsewhereToo elsewhere, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        Version = elsewhere.Version;
        return KeepAsync(again: true, cancellationToken);
    }
}
