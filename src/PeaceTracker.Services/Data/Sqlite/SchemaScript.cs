using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>
/// The schema as all migrations one after another make it, in one script for a store that has had none: each migration would first build a model
/// of all tables. See docs/decisions/0075.
/// </summary>
internal static partial class SchemaScript
{
    /// <summary>Writes it anew.</summary>
    public const string Command = "dotnet ef migrations script --project src/PeaceTracker.Services --context SqliteTrackerContext "
        + "--output src/PeaceTracker.Services/Data/Migrations/Sqlite/Schema.sql";

    /// <summary>The script, as EF writes it.</summary>
    public static string Text { get; } = Read();

    /// <summary>Whether it makes what these migrations make, neither more nor less.</summary>
    public static bool Makes(IEnumerable<string> migrations) =>
        HistoryRow().Matches(Text).Select(row => row.Groups[1].Value).SequenceEqual(migrations);

    /// <summary>Makes the schema: all of it or, where that fails, none.</summary>
    public static async Task RunAsync(TrackerContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.BeginWriteAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the program's own
        command.CommandText = InOne().Replace(Text, "");
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static string Read()
    {
        using var stream = typeof(SchemaScript).Assembly.GetManifestResourceStream("sqlite-schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""INSERT INTO "__EFMigrationsHistory" [^;]*?VALUES \('(\w+)'""")]
    private static partial Regex HistoryRow();

    // What keeps the migrations apart from one another, and has rows of a table that is built anew not looked after meanwhile: there are none.
    [GeneratedRegex(@"^(BEGIN TRANSACTION|COMMIT|PRAGMA foreign_keys = [01]);\r?$", RegexOptions.Multiline)]
    private static partial Regex InOne();
}
