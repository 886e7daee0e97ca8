using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Claims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HeadlineChoices",
                table: "Negotiations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "AgreedPoints",
                table: "Claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DraftKey",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "FigureTo",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IssueKeys",
                table: "Claims",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Points",
                table: "Claims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ClaimAppearances",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    NegotiationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    SupersedesKey = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimKey = table.Column<string>(type: "TEXT", nullable: false),
                    Citation = table.Column<string>(type: "TEXT", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: true),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Precision = table.Column<string>(type: "TEXT", nullable: false),
                    OrderInDay = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimAppearances", x => new { x.NegotiationId, x.Key });
                    table.ForeignKey(
                        name: "FK_ClaimAppearances_ClaimAppearances_NegotiationId_SupersedesKey",
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
                name: "IX_Claims_NegotiationId_DraftKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "DraftKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimAppearances_NegotiationId_ClaimKey",
                table: "ClaimAppearances",
                columns: new[] { "NegotiationId", "ClaimKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimAppearances_NegotiationId_SupersedesKey",
                table: "ClaimAppearances",
                columns: new[] { "NegotiationId", "SupersedesKey" });

            migrationBuilder.AddForeignKey(
                name: "FK_Claims_Drafts_NegotiationId_DraftKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "DraftKey" },
                principalTable: "Drafts",
                principalColumns: new[] { "NegotiationId", "Key" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Claims_Drafts_NegotiationId_DraftKey",
                table: "Claims");

            migrationBuilder.DropTable(
                name: "ClaimAppearances");

            migrationBuilder.DropIndex(
                name: "IX_Claims_NegotiationId_DraftKey",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "HeadlineChoices",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "AgreedPoints",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "DraftKey",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "FigureTo",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "IssueKeys",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Points",
                table: "Claims");
        }
    }
}
