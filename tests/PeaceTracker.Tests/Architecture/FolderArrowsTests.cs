using System.Text.RegularExpressions;

namespace PeaceTracker.Tests.Architecture;

/// <summary>
/// Which folders of a project know which. The lists have every arrow: one that is not there fails, and so does one that nothing uses any
/// more. A folder says what it knows by its usings, and a folder of components by those of its _Imports.razor, so the compiler holds them.
/// </summary>
public partial class FolderArrowsTests
{
    // The arithmetic knows the vocabulary, never the other way round. A row says what it is, in which record and by which sources.
    private const string Domain =
        """
        Agreement: Changes Claims Drafts Issues Negotiations Parties Positions Sources Talks
        Changes: Negotiations Sources
        Claims: Changes Sources
        Drafts: Changes Negotiations Sources
        Issues: Changes Negotiations Sources
        Negotiations: Changes Claims Drafts Issues Parties Positions Sources Talks
        Parties: Changes Negotiations Sources
        Positions: Changes Sources
        Sources: Changes Negotiations
        Talks: Changes Negotiations Sources
        """;

    // The store knows the rows that it keeps of its own, and no view of a board.
    private const string Services =
        """
        Accounts: Data
        Administration: Accounts Audit Data SigningIn
        Agreement: Changes Export Pairs
        Api: Agreement Changes Data Editing Export Negotiations Outcomes Pairs Search Talks
        Audit: Data Export
        Changes: Data Editing Export
        Claims: Editing Export Sources Talks
        Comments: Accounts Data Editing
        Data: Accounts Administration Audit Changes Comments Editing Mail Negotiations Outcomes SigningIn Webhooks
        Drafts: Editing Export Sources Talks
        Editing: Accounts Audit Changes Data Negotiations
        Export: Data
        Import: Accounts Claims Data Editing Export Issues Negotiations Outcomes Parties Positions Search Sources Talks
        Issues: Changes Editing Export Search Sources Talks
        Mail: Accounts Administration Audit Changes Data Negotiations Outgoing Search
        Negotiations: Accounts Agreement Changes Data Editing Export
        Outgoing: Changes Data
        Outcomes: Accounts Audit Claims Comments Data Drafts Editing Issues Negotiations Positions Search Sources Talks
        Pairs: Changes Export
        Parties: Editing Export Pairs Sources
        Positions: Editing Export Issues Pairs Search Sources Talks
        SigningIn: Accounts Audit Data
        Sources: Changes Editing Export Search
        Talks: Changes Editing Export Search Sources
        Webhooks: Accounts Administration Audit Data Outgoing
        """;

    // All may know Shared, and all features the rooms in the line "Features"; Shared and Reading know no feature.
    private const string Web =
        """
        (all): Shared
        Features: Layout Reading
        Administration: Accounts Editing Hosting Mail SigningIn
        Agreement: Changes Claims Issues Pairs Rows
        Api: Editing
        Audit: Accounts Rows
        Changes: Hosting Rows
        Claims: Editing Rows Sources
        Components: Layout
        Drafts: Claims Editing Rows Sources
        Hosting: Accounts Administration Agreement Api Audit Changes Components Editing Issues Layout Negotiations Outcomes Pairs Reading
        Hosting: Mail Search SigningIn Talks Webhooks
        Issues: Claims Editing Rows Sources
        Layout: Changes Reading SigningIn
        Mail: Accounts Changes Hosting Rows SigningIn
        Negotiations: Agreement Editing Hosting Rows
        Outcomes: Claims Drafts Editing Issues Positions Rows Sources Talks
        Pairs: Changes Drafts Rows Talks
        Parties: Drafts Editing Pairs Rows Sources Talks
        Positions: Editing Issues Pairs Rows Sources
        Rows: Editing
        Search: Rows
        SigningIn: Accounts
        Sources: Editing Rows
        Talks: Changes Drafts Editing Rows Sources
        Hosting: Claims Drafts Import Parties Positions Sources Talks
        Import: Editing Rows
        Webhooks: Accounts Changes Hosting SigningIn
        """;

    [Theory]
    [InlineData("Domain", Domain)]
    [InlineData("Services", Services)]
    [InlineData("Web", Web)]
    public void Folders_EachProject_KnowThoseOnTheListAndNoOthers(string project, string list)
    {
        var allowed = (from line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                       let parts = line.Split(": ")
                       from known in parts[1].Split(' ')
                       select (From: parts[0], To: known)).ToHashSet();
        var found = Arrows(project).ToList();

        Assert.Empty(found.Where(a => !a.Rooms.Any(room => allowed.Contains((room, a.To)))).Select(a => $"{a.Rooms[0]} → {a.To}: {a.File}"));
        Assert.Empty(allowed.Except(found.Select(a => (a.Rooms[0], a.To))));
    }

    // The compiler refuses an unused using in C#; in a component it doesn't.
    [Fact]
    public void Imports_EveryFolder_NameWhatItsComponentsUse()
    {
        var idle = from file in SourceTree.Under("src/PeaceTracker.Web", ".razor")
                   let text = Uses(file)
                   from line in SourceTree.Text(file).Split('\n')
                   where line.StartsWith("@using PeaceTracker.Web.", StringComparison.Ordinal)
                   let folder = line["@using PeaceTracker.Web.".Length..].TrimEnd()
                   where !Names($"src/PeaceTracker.Web/{folder.Replace('.', '/')}").Any(name => Regex.IsMatch(text, $@"(?<![\w-]){name}\b"))
                   select $"{file}: {folder}";

        Assert.Empty(idle);
    }

    // The rooms of an arrow's file: its own, and those whose imports it has too.
    private static IEnumerable<(string[] Rooms, string To, string File)> Arrows(string project)
    {
        var root = $"src/PeaceTracker.{project}/";
        return from file in SourceTree.Under(root[..^1], ".cs", ".razor")
               let parts = file[root.Length..].Split('/')
               where (parts.Length > 1 || parts[0] == "_Imports.razor") && !parts.Contains("Migrations")
               let rooms = parts switch
               {
                   [_] => (string[])["(all)"],
                   ["Features", _] => ["Features", "(all)"],
                   ["Features", var feature, ..] => [feature, "Features", "(all)"],
                   _ => [parts[0], "(all)"],
               }
               from line in SourceTree.Text(file).Split('\n')
               where !line.StartsWith("namespace ", StringComparison.Ordinal)
               from Match match in Regex.Matches(line, $@"(?<![\w.])(?:PeaceTracker\.)?{project}\.(?:Features\.)?(?<room>[A-Z]\w*)")
               let known = match.Groups["room"].Value
               where known != rooms[0]
               select (rooms, known, file);
    }

    // What a component says but for its usings; of imports, what all components of the folder say.
    private static string Uses(string file)
    {
        var folder = file[..file.LastIndexOf('/')];
        var files = file.EndsWith("_Imports.razor", StringComparison.Ordinal) ? SourceTree.Under(folder, ".razor") : [file];
        return string.Join('\n', files.SelectMany(f => SourceTree.Text(f).Split('\n'))
            .Where(line => !line.StartsWith("@using", StringComparison.Ordinal)));
    }

    // What a folder declares: its components by their files, its types, and methods that extend others.
    private static IEnumerable<string> Names(string folder) =>
        from file in SourceTree.Files
        where file.StartsWith(folder + "/", StringComparison.Ordinal) && !file[(folder.Length + 1)..].Contains('/')
        from name in file.EndsWith(".razor", StringComparison.Ordinal)
            ? [Path.GetFileNameWithoutExtension(file)]
            : Declared().Matches(SourceTree.Text(file)).Select(match => match.Groups["name"].Value)
        select name;

    [GeneratedRegex(@"\b(class|struct|enum|interface|record|record struct)\s+(?<name>[A-Z]\w*)|\b(?<name>[A-Z]\w*)(<\w+>)?\(this ")]
    private static partial Regex Declared();
}
