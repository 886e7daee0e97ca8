using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountSessions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    BeganAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: true),
                    Browser = table.Column<string>(type: "TEXT", nullable: false),
                    SecondFactor = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true)
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

            // Where events came from, and which address was typed, goes where it can be forgotten. What was typed and is no address is forgotten now.
            migrationBuilder.Sql("""
                INSERT INTO SecurityTraces (Number, "From", Address)
                SELECT Number, "From",
                    CASE
                        WHEN AccountId IS NULL AND Kind IN ('sign-in-failed', 'throttled') AND Who LIKE '_%@_%' AND Who NOT LIKE '% %' THEN Who
                        WHEN Kind IN ('account-made', 'set-up', 'invited') AND Detail LIKE '_%@_% as %'
                            THEN substr(Detail, 1, instr(Detail, ' as ') - 1)
                        WHEN Kind = 'invitation-withdrawn' THEN Detail
                    END
                FROM SecurityEvents
                WHERE "From" IS NOT NULL OR (AccountId IS NULL AND Kind IN ('sign-in-failed', 'throttled') AND Who LIKE '_%@_%')
                    OR Kind IN ('account-made', 'set-up', 'invited', 'invitation-withdrawn');
                """);
            // Made again at the start, as after every migration.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS SecurityEvents_refuse_update;");
            migrationBuilder.Sql("UPDATE SecurityEvents SET Who = '' WHERE AccountId IS NULL AND Kind IN ('sign-in-failed', 'throttled');");
            migrationBuilder.Sql("UPDATE SecurityEvents SET Detail = NULL WHERE Kind = 'sign-in-failed' AND Detail LIKE 'As %@%.';");
            migrationBuilder.Sql("UPDATE SecurityEvents SET Detail = NULL WHERE Kind = 'invitation-withdrawn';");
            migrationBuilder.Sql(
                "UPDATE SecurityEvents SET Detail = 'As ' || substr(Detail, instr(Detail, ' as ') + 4) || '.' "
                + "WHERE Kind IN ('account-made', 'set-up', 'invited') AND Detail LIKE '_%@_% as %';");

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
                type: "TEXT",
                nullable: true);
        }
    }
}
