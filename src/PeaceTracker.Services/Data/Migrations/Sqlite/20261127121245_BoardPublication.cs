using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PeaceTracker.Services.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BoardPublication : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Publication",
                table: "Negotiations",
                type: "TEXT",
                nullable: false,
                defaultValue: "Published");

            migrationBuilder.AddColumn<string>(
                name: "TakenOffReason",
                table: "Negotiations",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Publication",
                table: "Negotiations");

            migrationBuilder.DropColumn(
                name: "TakenOffReason",
                table: "Negotiations");
        }
    }
}
