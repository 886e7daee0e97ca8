using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TalksAsKnown : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "DateAsPrinted",
                table: "Sources",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "ArchivedUrl",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NoLaterThan",
                table: "Sources",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Precision",
                table: "Sources",
                type: "TEXT",
                nullable: false,
                defaultValue: "Day");

            migrationBuilder.AddColumn<string>(
                name: "OutcomeCitations",
                table: "Rounds",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "RoundKey",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RoundKey",
                table: "Claims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Points",
                table: "AgendaVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Offers_NegotiationId_RoundKey",
                table: "Offers",
                columns: new[] { "NegotiationId", "RoundKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Claims_NegotiationId_RoundKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "RoundKey" });

            migrationBuilder.AddForeignKey(
                name: "FK_Claims_Rounds_NegotiationId_RoundKey",
                table: "Claims",
                columns: new[] { "NegotiationId", "RoundKey" },
                principalTable: "Rounds",
                principalColumns: new[] { "NegotiationId", "Key" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Offers_Rounds_NegotiationId_RoundKey",
                table: "Offers",
                columns: new[] { "NegotiationId", "RoundKey" },
                principalTable: "Rounds",
                principalColumns: new[] { "NegotiationId", "Key" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Claims_Rounds_NegotiationId_RoundKey",
                table: "Claims");

            migrationBuilder.DropForeignKey(
                name: "FK_Offers_Rounds_NegotiationId_RoundKey",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Offers_NegotiationId_RoundKey",
                table: "Offers");

            migrationBuilder.DropIndex(
                name: "IX_Claims_NegotiationId_RoundKey",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "ArchivedUrl",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "NoLaterThan",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Precision",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "OutcomeCitations",
                table: "Rounds");

            migrationBuilder.DropColumn(
                name: "RoundKey",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "RoundKey",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Points",
                table: "AgendaVersions");

            migrationBuilder.AlterColumn<string>(
                name: "DateAsPrinted",
                table: "Sources",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
