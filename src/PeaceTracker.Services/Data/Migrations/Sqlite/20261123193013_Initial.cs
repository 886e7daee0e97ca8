using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Negotiations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    ShortTitle = table.Column<string>(type: "TEXT", nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Fictional = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StalenessDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangeNumber = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Negotiations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AgendaVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssueKeys = table.Column<string>(type: "TEXT", nullable: false),
                    ScopeChanges = table.Column<string>(type: "TEXT", nullable: false),
                    Published = table.Column<bool>(type: "INTEGER", nullable: false),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: true)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Salience = table.Column<int>(type: "INTEGER", nullable: false),
                    DyadKeys = table.Column<string>(type: "TEXT", nullable: false),
                    DependsOn = table.Column<string>(type: "TEXT", nullable: false),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", nullable: true),
                    Roles = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    AnnouncedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Precision = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    DateTentative = table.Column<bool>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: true),
                    PlaceTentative = table.Column<bool>(type: "INTEGER", nullable: false),
                    HostKeys = table.Column<string>(type: "TEXT", nullable: false),
                    Delegations = table.Column<string>(type: "TEXT", nullable: false),
                    IssueKeys = table.Column<string>(type: "TEXT", nullable: false),
                    WorkingGroupKeys = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    Byline = table.Column<string>(type: "TEXT", nullable: true),
                    DateAsPrinted = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DateNote = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Reliability = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Mandate = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssueKeys = table.Column<string>(type: "TEXT", nullable: false),
                    Members = table.Column<string>(type: "TEXT", nullable: false),
                    MembersNote = table.Column<string>(type: "TEXT", nullable: true),
                    Outputs = table.Column<string>(type: "TEXT", nullable: false),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "Delegates",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Office = table.Column<string>(type: "TEXT", nullable: true),
                    OfficeAsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Anonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstPartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    SecondPartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    Required = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    ByPartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    ToPartyKeys = table.Column<string>(type: "TEXT", nullable: false),
                    IssueKeys = table.Column<string>(type: "TEXT", nullable: false),
                    Conditions = table.Column<string>(type: "TEXT", nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Validity = table.Column<string>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    End = table.Column<string>(type: "TEXT", nullable: true),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "Positions",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    SupersedesKey = table.Column<string>(type: "TEXT", nullable: true),
                    PartyKey = table.Column<string>(type: "TEXT", nullable: false),
                    IssueKey = table.Column<string>(type: "TEXT", nullable: false),
                    Stance = table.Column<string>(type: "TEXT", nullable: true),
                    Flexibility = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Attribution = table.Column<string>(type: "TEXT", nullable: false),
                    RoundKey = table.Column<string>(type: "TEXT", nullable: true),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Precision = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    WorkingGroupKey = table.Column<string>(type: "TEXT", nullable: true),
                    IssueKeys = table.Column<string>(type: "TEXT", nullable: false),
                    Versions = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "Claims",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    SupersedesKey = table.Column<string>(type: "TEXT", nullable: true),
                    Claimants = table.Column<string>(type: "TEXT", nullable: false),
                    Occasion = table.Column<string>(type: "TEXT", nullable: true),
                    Figure = table.Column<decimal>(type: "TEXT", nullable: true),
                    OfWhat = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    DyadKey = table.Column<string>(type: "TEXT", nullable: true),
                    ScopeNote = table.Column<string>(type: "TEXT", nullable: true),
                    ThresholdWord = table.Column<string>(type: "TEXT", nullable: false),
                    Threshold = table.Column<string>(type: "TEXT", nullable: false),
                    Hedge = table.Column<string>(type: "TEXT", nullable: true),
                    ListPublished = table.Column<bool>(type: "INTEGER", nullable: false),
                    NamedOpenIssueKeys = table.Column<string>(type: "TEXT", nullable: false),
                    ContradictsKeys = table.Column<string>(type: "TEXT", nullable: false),
                    Appearances = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Precision = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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
                });

            migrationBuilder.CreateTable(
                name: "StatusEvents",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    SupersedesKey = table.Column<string>(type: "TEXT", nullable: true),
                    IssueKey = table.Column<string>(type: "TEXT", nullable: false),
                    DyadKey = table.Column<string>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Rationale = table.Column<string>(type: "TEXT", nullable: false),
                    RoundKey = table.Column<string>(type: "TEXT", nullable: true),
                    Citations = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Precision = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_Changes_NegotiationId",
                table: "Changes",
                column: "NegotiationId");

            migrationBuilder.CreateIndex(
                name: "IX_Claims_NegotiationId_DyadKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "DyadKey" });

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
                name: "IX_Negotiations_Slug",
                table: "Negotiations",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_NegotiationId_ByPartyKey",
                table: "Offers",
                columns: new[] { "NegotiationId", "ByPartyKey" });

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
                name: "AgendaVersions");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "Claims");

            migrationBuilder.DropTable(
                name: "Delegates");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "Positions");

            migrationBuilder.DropTable(
                name: "Sources");

            migrationBuilder.DropTable(
                name: "StatusEvents");

            migrationBuilder.DropTable(
                name: "WorkingGroups");

            migrationBuilder.DropTable(
                name: "Dyads");

            migrationBuilder.DropTable(
                name: "Issues");

            migrationBuilder.DropTable(
                name: "Rounds");

            migrationBuilder.DropTable(
                name: "Parties");

            migrationBuilder.DropTable(
                name: "Negotiations");
        }
    }
}
