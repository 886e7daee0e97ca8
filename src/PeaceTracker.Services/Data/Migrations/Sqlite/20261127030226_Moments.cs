using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Moments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "OrderInDay",
                table: "StatusEvents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "OrderInDay",
                table: "Positions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "Parties",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "Negotiations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Negotiations",
                type: "TEXT",
                nullable: false,
                defaultValue: "UTC");

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "Issues",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "Dyads",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "OrderInDay",
                table: "Claims",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "Changes",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "OrderInDay",
                table: "StatusEvents");

            migrationBuilder.DropColumn(
                name: "OrderInDay",
                table: "Positions");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "Parties");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "Dyads");

            migrationBuilder.DropColumn(
                name: "OrderInDay",
                table: "Claims");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "Changes");
        }
    }
}
