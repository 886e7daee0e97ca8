using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Sessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Session",
                table: "AccountCodeKeys",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "AccountSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BeganAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SecondFactor = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Browser = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountSessions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SecurityTraces",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Address = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityTraces", x => x.Number);
                    table.ForeignKey(
                        name: "FK_SecurityTraces_SecurityEvents_Number",
                        column: x => x.Number,
                        principalTable: "SecurityEvents",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountSessions_AccountId",
                table: "AccountSessions",
                column: "AccountId");

            // As on SQLite: where events came from, and which address was typed, goes where it can be forgotten.
            migrationBuilder.Sql(
                """
                INSERT INTO "SecurityTraces" ("Number", "From", "Address")
                SELECT "Number", "From",
                    CASE
                        WHEN "AccountId" IS NULL AND "Kind" IN ('sign-in-failed', 'throttled') AND "Who" LIKE '_%@_%'
                            AND "Who" NOT LIKE '% %' THEN "Who"
                        WHEN "Kind" IN ('account-made', 'set-up', 'invited') AND "Detail" LIKE '_%@_% as %'
                            THEN substr("Detail", 1, strpos("Detail", ' as ') - 1)
                        WHEN "Kind" = 'invitation-withdrawn' THEN "Detail"
                    END
                FROM "SecurityEvents"
                WHERE "From" IS NOT NULL OR ("AccountId" IS NULL AND "Kind" IN ('sign-in-failed', 'throttled') AND "Who" LIKE '_%@_%')
                    OR "Kind" IN ('account-made', 'set-up', 'invited', 'invitation-withdrawn')
                """);
            // Enabled again at the start, as after every migration.
            migrationBuilder.Sql("ALTER TABLE \"SecurityEvents\" DISABLE TRIGGER USER");
            migrationBuilder.Sql(
                """
                UPDATE "SecurityEvents" SET "Who" = '' WHERE "AccountId" IS NULL AND "Kind" IN ('sign-in-failed', 'throttled');
                UPDATE "SecurityEvents" SET "Detail" = NULL
                    WHERE ("Kind" = 'sign-in-failed' AND "Detail" LIKE 'As %@%.') OR "Kind" = 'invitation-withdrawn';
                UPDATE "SecurityEvents" SET "Detail" = 'As ' || substr("Detail", strpos("Detail", ' as ') + 4) || '.'
                    WHERE "Kind" IN ('account-made', 'set-up', 'invited') AND "Detail" LIKE '_%@_% as %';
                """);

            migrationBuilder.DropColumn(
                name: "From",
                table: "SecurityEvents");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountSessions");

            migrationBuilder.DropTable(
                name: "SecurityTraces");

            migrationBuilder.DropColumn(
                name: "Session",
                table: "AccountCodeKeys");

            migrationBuilder.AddColumn<string>(
                name: "From",
                table: "SecurityEvents",
                type: "text",
                nullable: true,
                collation: "C");
        }
    }
}
