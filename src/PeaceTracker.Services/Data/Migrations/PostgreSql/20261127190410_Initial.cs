using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "text", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UserName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NormalizedUserName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NormalizedEmail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "text", nullable: false),
                    CodeHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InvitedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Negotiations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ShortTitle = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fictional = table.Column<bool>(type: "boolean", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StalenessDays = table.Column<int>(type: "integer", nullable: false),
                    RequiresApproval = table.Column<bool>(type: "boolean", nullable: false),
                    Publication = table.Column<string>(type: "text", nullable: false),
                    TakenOffReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TimeZone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Earlier = table.Column<string>(type: "text", nullable: false),
                    HeadlineChoices = table.Column<string>(type: "text", nullable: false),
                    ChangeNumber = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Negotiations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AuthorId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Form = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReturnReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ChangeNumber = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outcomes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecurityEvents",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AccountId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Who = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    From = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Detail = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityEvents", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimType = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimValue = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountCodeKeys",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastStep = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountCodeKeys", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_AccountCodeKeys_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProviderKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UserId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", nullable: false),
                    UserId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AccountPasskeys_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountRecoveryCodes",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountRecoveryCodes", x => new { x.AccountId, x.Hash });
                    table.ForeignKey(
                        name: "FK_AccountRecoveryCodes_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LoginProvider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeptForms",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Slug = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Typed = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptForms", x => new { x.AccountId, x.Address });
                    table.ForeignKey(
                        name: "FK_KeptForms_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgendaVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    InForceFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    IssueKeys = table.Column<string>(type: "text", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: true),
                    ScopeChanges = table.Column<string>(type: "text", nullable: false),
                    Published = table.Column<bool>(type: "boolean", nullable: false),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaVersions", x => new { x.NegotiationId, x.Number });
                    table.ForeignKey(
                        name: "FK_AgendaVersions_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AccountId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    What = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PreviousHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Number);
                    table.ForeignKey(
                        name: "FK_Changes_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Issues",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Salience = table.Column<int>(type: "integer", nullable: false),
                    DyadKeys = table.Column<string>(type: "text", nullable: false),
                    DependsOn = table.Column<string>(type: "text", nullable: false),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Earlier = table.Column<string>(type: "text", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Issues", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Issues_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Parties",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ShortName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Roles = table.Column<string>(type: "text", nullable: false),
                    Description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Earlier = table.Column<string>(type: "text", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parties", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Parties_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rounds",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AnnouncedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Precision = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false),
                    DateTentative = table.Column<bool>(type: "boolean", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PlaceTentative = table.Column<bool>(type: "boolean", nullable: false),
                    HostKeys = table.Column<string>(type: "text", nullable: false),
                    Delegations = table.Column<string>(type: "text", nullable: false),
                    IssueKeys = table.Column<string>(type: "text", nullable: false),
                    WorkingGroupKeys = table.Column<string>(type: "text", nullable: false),
                    Outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OutcomeCitations = table.Column<string>(type: "text", nullable: false),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rounds", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Rounds_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sources",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Publisher = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Headline = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Byline = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DateAsPrinted = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Precision = table.Column<string>(type: "text", nullable: false),
                    NoLaterThan = table.Column<bool>(type: "boolean", nullable: false),
                    DateNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ArchivedUrl = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reliability = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sources", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Sources_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkingGroups",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Mandate = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    IssueKeys = table.Column<string>(type: "text", nullable: false),
                    Members = table.Column<string>(type: "text", nullable: false),
                    MembersNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Outputs = table.Column<string>(type: "text", nullable: false),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkingGroups", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_WorkingGroups_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RowChanges",
                columns: table => new
                {
                    ChangeNumber = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Section = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    After = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RowChanges", x => new { x.ChangeNumber, x.Position });
                    table.ForeignKey(
                        name: "FK_RowChanges_Changes_ChangeNumber",
                        column: x => x.ChangeNumber,
                        principalTable: "Changes",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RowChanges_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Delegates",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    PartyKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Office = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OfficeAsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Anonymous = table.Column<bool>(type: "boolean", nullable: false),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegates", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Delegates_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Delegates_Parties_NegotiationId_PartyKey",
                        columns: x => new { x.NegotiationId, x.PartyKey },
                        principalTable: "Parties",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dyads",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    FirstPartyKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SecondPartyKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Required = table.Column<bool>(type: "boolean", nullable: false),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Earlier = table.Column<string>(type: "text", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dyads", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Dyads_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Dyads_Parties_NegotiationId_FirstPartyKey",
                        columns: x => new { x.NegotiationId, x.FirstPartyKey },
                        principalTable: "Parties",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Dyads_Parties_NegotiationId_SecondPartyKey",
                        columns: x => new { x.NegotiationId, x.SecondPartyKey },
                        principalTable: "Parties",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ByPartyKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ToPartyKeys = table.Column<string>(type: "text", nullable: false),
                    IssueKeys = table.Column<string>(type: "text", nullable: false),
                    Conditions = table.Column<string>(type: "text", nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Validity = table.Column<string>(type: "text", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<string>(type: "text", nullable: true),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RoundKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Offers_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Offers_Parties_NegotiationId_ByPartyKey",
                        columns: x => new { x.NegotiationId, x.ByPartyKey },
                        principalTable: "Parties",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Offers_Rounds_NegotiationId_RoundKey",
                        columns: x => new { x.NegotiationId, x.RoundKey },
                        principalTable: "Rounds",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Positions",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    SupersedesKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PartyKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IssueKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Stance = table.Column<string>(type: "text", nullable: true),
                    Flexibility = table.Column<string>(type: "text", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Attribution = table.Column<string>(type: "text", nullable: false),
                    RoundKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Precision = table.Column<string>(type: "text", nullable: false),
                    OrderInDay = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Positions", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Positions_Issues_NegotiationId_IssueKey",
                        columns: x => new { x.NegotiationId, x.IssueKey },
                        principalTable: "Issues",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Positions_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Positions_Parties_NegotiationId_PartyKey",
                        columns: x => new { x.NegotiationId, x.PartyKey },
                        principalTable: "Parties",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Positions_Positions_NegotiationId_SupersedesKey",
                        columns: x => new { x.NegotiationId, x.SupersedesKey },
                        principalTable: "Positions",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Positions_Rounds_NegotiationId_RoundKey",
                        columns: x => new { x.NegotiationId, x.RoundKey },
                        principalTable: "Rounds",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WorkingGroupKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IssueKeys = table.Column<string>(type: "text", nullable: false),
                    Versions = table.Column<string>(type: "text", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Retracted = table.Column<string>(type: "text", nullable: true),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Drafts_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Drafts_WorkingGroups_NegotiationId_WorkingGroupKey",
                        columns: x => new { x.NegotiationId, x.WorkingGroupKey },
                        principalTable: "WorkingGroups",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatusEvents",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    SupersedesKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IssueKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DyadKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Level = table.Column<string>(type: "text", nullable: false),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    Rationale = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RoundKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Citations = table.Column<string>(type: "text", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Precision = table.Column<string>(type: "text", nullable: false),
                    OrderInDay = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatusEvents", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_StatusEvents_Dyads_NegotiationId_DyadKey",
                        columns: x => new { x.NegotiationId, x.DyadKey },
                        principalTable: "Dyads",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatusEvents_Issues_NegotiationId_IssueKey",
                        columns: x => new { x.NegotiationId, x.IssueKey },
                        principalTable: "Issues",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatusEvents_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatusEvents_Rounds_NegotiationId_RoundKey",
                        columns: x => new { x.NegotiationId, x.RoundKey },
                        principalTable: "Rounds",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatusEvents_StatusEvents_NegotiationId_SupersedesKey",
                        columns: x => new { x.NegotiationId, x.SupersedesKey },
                        principalTable: "StatusEvents",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Claims",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    SupersedesKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Claimants = table.Column<string>(type: "text", nullable: false),
                    Occasion = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Figure = table.Column<decimal>(type: "numeric", nullable: true),
                    FigureTo = table.Column<decimal>(type: "numeric", nullable: true),
                    AgreedPoints = table.Column<int>(type: "integer", nullable: true),
                    Points = table.Column<int>(type: "integer", nullable: true),
                    OfWhat = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Scope = table.Column<string>(type: "text", nullable: false),
                    DyadKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IssueKeys = table.Column<string>(type: "text", nullable: false),
                    DraftKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ScopeNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ThresholdWord = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Threshold = table.Column<string>(type: "text", nullable: false),
                    Hedge = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ListPublished = table.Column<bool>(type: "boolean", nullable: false),
                    NamedOpenIssueKeys = table.Column<string>(type: "text", nullable: false),
                    ContradictsKeys = table.Column<string>(type: "text", nullable: false),
                    RoundKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Appearances = table.Column<string>(type: "text", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Precision = table.Column<string>(type: "text", nullable: false),
                    OrderInDay = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Claims", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_Claims_Claims_NegotiationId_SupersedesKey",
                        columns: x => new { x.NegotiationId, x.SupersedesKey },
                        principalTable: "Claims",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Claims_Drafts_NegotiationId_DraftKey",
                        columns: x => new { x.NegotiationId, x.DraftKey },
                        principalTable: "Drafts",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Claims_Dyads_NegotiationId_DyadKey",
                        columns: x => new { x.NegotiationId, x.DyadKey },
                        principalTable: "Dyads",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Claims_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Claims_Rounds_NegotiationId_RoundKey",
                        columns: x => new { x.NegotiationId, x.RoundKey },
                        principalTable: "Rounds",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClaimAppearances",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    NegotiationId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    SupersedesKey = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Citation = table.Column<string>(type: "text", nullable: false),
                    Wording = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OccurredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Precision = table.Column<string>(type: "text", nullable: false),
                    OrderInDay = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimAppearances", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_ClaimAppearances_ClaimAppearances_NegotiationId_SupersedesK~",
                        columns: x => new { x.NegotiationId, x.SupersedesKey },
                        principalTable: "ClaimAppearances",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClaimAppearances_Claims_NegotiationId_ClaimKey",
                        columns: x => new { x.NegotiationId, x.ClaimKey },
                        principalTable: "Claims",
                        principalColumns: new[] { "NegotiationId", "Key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClaimAppearances_Negotiations_NegotiationId",
                        column: x => x.NegotiationId,
                        principalTable: "Negotiations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaims_UserId",
                table: "AccountClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogins_UserId",
                table: "AccountLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountPasskeys_UserId",
                table: "AccountPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedEmail",
                table: "Accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NormalizedUserName",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Changes_NegotiationId",
                table: "Changes",
                column: "NegotiationId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimAppearances_NegotiationId_ClaimKey",
                table: "ClaimAppearances",
                columns: new[] { "NegotiationId", "ClaimKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimAppearances_NegotiationId_SupersedesKey",
                table: "ClaimAppearances",
                columns: new[] { "NegotiationId", "SupersedesKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_NegotiationId_DraftKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "DraftKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_NegotiationId_DyadKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "DyadKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_NegotiationId_RoundKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "RoundKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_NegotiationId_SupersedesKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "SupersedesKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegates_NegotiationId_PartyKey",
                table: "Delegates",
                columns: new[] { "NegotiationId", "PartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_NegotiationId_WorkingGroupKey",
                table: "Drafts",
                columns: new[] { "NegotiationId", "WorkingGroupKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Dyads_NegotiationId_FirstPartyKey",
                table: "Dyads",
                columns: new[] { "NegotiationId", "FirstPartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Dyads_NegotiationId_SecondPartyKey",
                table: "Dyads",
                columns: new[] { "NegotiationId", "SecondPartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_CodeHash",
                table: "Invitations",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Negotiations_Slug",
                table: "Negotiations",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_NegotiationId_ByPartyKey",
                table: "Offers",
                columns: new[] { "NegotiationId", "ByPartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Offers_NegotiationId_RoundKey",
                table: "Offers",
                columns: new[] { "NegotiationId", "RoundKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_Slug_State",
                table: "Outcomes",
                columns: new[] { "Slug", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Positions_NegotiationId_IssueKey",
                table: "Positions",
                columns: new[] { "NegotiationId", "IssueKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Positions_NegotiationId_PartyKey",
                table: "Positions",
                columns: new[] { "NegotiationId", "PartyKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Positions_NegotiationId_RoundKey",
                table: "Positions",
                columns: new[] { "NegotiationId", "RoundKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Positions_NegotiationId_SupersedesKey",
                table: "Positions",
                columns: new[] { "NegotiationId", "SupersedesKey" });

            migrationBuilder.CreateIndex(
                name: "IX_RowChanges_NegotiationId_Section_Key",
                table: "RowChanges",
                columns: new[] { "NegotiationId", "Section", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_StatusEvents_NegotiationId_DyadKey",
                table: "StatusEvents",
                columns: new[] { "NegotiationId", "DyadKey" });

            migrationBuilder.CreateIndex(
                name: "IX_StatusEvents_NegotiationId_IssueKey",
                table: "StatusEvents",
                columns: new[] { "NegotiationId", "IssueKey" });

            migrationBuilder.CreateIndex(
                name: "IX_StatusEvents_NegotiationId_RoundKey",
                table: "StatusEvents",
                columns: new[] { "NegotiationId", "RoundKey" });

            migrationBuilder.CreateIndex(
                name: "IX_StatusEvents_NegotiationId_SupersedesKey",
                table: "StatusEvents",
                columns: new[] { "NegotiationId", "SupersedesKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountClaims");

            migrationBuilder.DropTable(
                name: "AccountCodeKeys");

            migrationBuilder.DropTable(
                name: "AccountLogins");

            migrationBuilder.DropTable(
                name: "AccountPasskeys");

            migrationBuilder.DropTable(
                name: "AccountRecoveryCodes");

            migrationBuilder.DropTable(
                name: "AccountTokens");

            migrationBuilder.DropTable(
                name: "AgendaVersions");

            migrationBuilder.DropTable(
                name: "ClaimAppearances");

            migrationBuilder.DropTable(
                name: "Delegates");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "KeptForms");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "Positions");

            migrationBuilder.DropTable(
                name: "RowChanges");

            migrationBuilder.DropTable(
                name: "SecurityEvents");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "StatusEvents");

            migrationBuilder.DropTable(
                name: "Claims");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Issues");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Dyads");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropTable(
                name: "WorkingGroups");

            migrationBuilder.DropTable(
                name: "Parties");

            migrationBuilder.DropTable(
                name: "Negotiations");
        }
    }
}
