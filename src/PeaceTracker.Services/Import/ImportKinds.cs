namespace PeaceTracker.Services.Import;

/// <summary>The kinds of rows that tables can hold, in the order in which a board is filled with them.</summary>
public static class ImportKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ImportKind> All { get; } =
    [
        new IssueImport(), new PartyImport(), new SourceImport(), new StatusEventImport(), new PositionImport(), new ClaimImport(), new RoundImport(),
    ];

    /// <summary>The kind of that name; null where there is none.</summary>
    public static ImportKind? Find(string? name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>What a table looks most like.</summary>
    public static ImportKind Guess(TableView view) => All.MaxBy(kind => ColumnGuess.Score(kind, view))!;
}
