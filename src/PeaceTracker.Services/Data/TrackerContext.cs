using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Accounts;
using PeaceTracker.Services.Administration;
using PeaceTracker.Services.Audit;
using PeaceTracker.Services.Comments;
using PeaceTracker.Services.Data.Conversions;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Mail;
using PeaceTracker.Services.Outcomes;
using PeaceTracker.Services.SigningIn;
using PeaceTracker.Services.Webhooks;

namespace PeaceTracker.Services.Data;

/// <summary>
/// The store's model, the same on every database. Each database has a thin context of its own beneath this one, for EF keeps
/// one set of migrations per context type. The domain's records are the entities: see docs/decisions/0001.
/// </summary>
public abstract class TrackerContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Where the mappings of the tables stand; a test adds that of a kind of row that only it knows.</summary>
    internal static List<Assembly> Mappings { get; } = [typeof(TrackerContext).Assembly];

    /// <summary>The negotiations; everything else hangs on them and is read with <see cref="RecordTables.RowsOf{T}"/>.</summary>
    public DbSet<Negotiation> Negotiations => Set<Negotiation>();

    /// <summary>All writes, in order; append-only.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>The rows that each change wrote, before and after; append-only.</summary>
    public DbSet<RowChange> RowChanges => Set<RowChange>();

    /// <summary>The people who can sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Outcomes of talks on their way to the board.</summary>
    public DbSet<Outcome> Outcomes => Set<Outcome>();

    /// <summary>What people typed into forms and have not saved yet.</summary>
    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    /// <summary>What those who keep boards say to each other.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>To whom comments are addressed.</summary>
    public DbSet<Mention> Mentions => Set<Mention>();

    /// <summary>What was saved in the last day, by the attempt that saved it.</summary>
    public DbSet<DoneCommand> DoneCommands => Set<DoneCommand>();

    /// <summary>The keys that sign sessions and forms, where several processes share them.</summary>
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Sign-ins, refusals, changes of roles; append-only.</summary>
    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    /// <summary>Where security events came from, kept for a time.</summary>
    public DbSet<SecurityTrace> SecurityTraces => Set<SecurityTrace>();

    /// <summary>The sessions that are open.</summary>
    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    /// <summary>The tokens by which programs ask for people.</summary>
    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    /// <summary>Attempts to sign in that count against a limit.</summary>
    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    /// <summary>What was good once and was used.</summary>
    public DbSet<UsedUp> UsedUp => Set<UsedUp>();

    /// <summary>Invitations to make an account.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>The keys of codes, one an account.</summary>
    public DbSet<CodeKey> CodeKeys => Set<CodeKey>();

    /// <summary>Recovery codes that were not used yet.</summary>
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>Addresses that are told of changes.</summary>
    public DbSet<Webhook> Webhooks => Set<Webhook>();

    /// <summary>What they were told, and are to be told.</summary>
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <summary>What people follow.</summary>
    public DbSet<Follow> Follows => Set<Follow>();

    /// <summary>Mails on their way, and those that were given up.</summary>
    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    /// <summary>Passkeys, as ASP.NET Core Identity keeps them.</summary>
    public DbSet<IdentityUserPasskey<string>> Passkeys => Set<IdentityUserPasskey<string>>();

    /// <summary>A transaction in which all reads see the store as of one moment, and which holds no writer up.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>A transaction in which nobody else writes to the store, in whatever process; it sees all that was written before it.</summary>
    public abstract Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in Mappings)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // By name, so that the order of an enum's members can change without a word in the store changing its meaning.
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Retraction>().HaveConversion<JsonValue<Retraction>>();
        configurationBuilder.Properties<Citation>().HaveConversion<JsonValue<Citation>>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcStamp>();
        JsonLists.Configure(configurationBuilder);
    }
}
