using PeaceTracker.Domain.Agreement;
using PeaceTracker.Domain.Negotiations;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Import;

namespace PeaceTracker.Tests.Import;

/// <summary>Imports of tables without a store.</summary>
internal static class Importing
{
    /// <summary>A moment after everything in the records of these tests.</summary>
    public static readonly DateTime Now = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>A file with tables.</summary>
    public static TableFile Open(byte[] bytes, string name = "table.csv") => TableReader.Read(new MemoryStream(bytes), name) switch
    {
        TableRead.Opened opened => opened.File,
        TableRead.Refused refused => throw new InvalidOperationException(refused.Sentence),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>What a table of a kind would do to a board, read by the best guess, with what <paramref name="change"/> says otherwise.</summary>
    public static DryRun DryRun(NegotiationRecord record, string kind, byte[] bytes, Action<ImportMapping>? change = null, string name = "table.csv")
    {
        var file = Open(bytes, name);
        var view = TableView.Of(file, file.Sheets[0]);
        var board = new Board(record, 1);
        var mapping = ImportMapping.Guess(ImportKinds.Find(kind)!, view, new BoardNames(board));
        change?.Invoke(mapping);
        return PeaceTracker.Services.Import.DryRun.Of(ImportKinds.Find(kind)!, view, mapping, board, Now);
    }

    /// <summary>The same of a text.</summary>
    public static DryRun DryRun(NegotiationRecord record, string kind, string text, Action<ImportMapping>? change = null) =>
        DryRun(record, kind, System.Text.Encoding.UTF8.GetBytes(text), change);

    /// <summary>The record after an import.</summary>
    public static NegotiationRecord Done(NegotiationRecord record, DryRun run)
    {
        var edit = new RecordEdit(record, Now, "Ada");
        Assert.Null(run.ToCommand(record.Negotiation.Slug).Apply(edit));
        Assert.Empty(edit.Check());
        return edit.Record;
    }

    /// <summary>What is refused: "3 Weight: a sentence".</summary>
    public static IEnumerable<string> Refused(DryRun run) => run.Rows.Where(row => row.Row.State == ImportState.Refused)
        .SelectMany(row => row.Faults.Select(fault => $"{row.Row.Number} {fault.Column}: {fault.Sentence}"));
}
