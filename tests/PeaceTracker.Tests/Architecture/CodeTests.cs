using System.Text.RegularExpressions;

namespace PeaceTracker.Tests.Architecture;

public partial class CodeTests
{
    // Files that may write markup from a string, with the reason.
    private static readonly string[] MarkupAllowed =
    [
        "src/PeaceTracker.Web/Reading/KeptPart.razor", // written by the framework's renderer from components, as the page around it
        "src/PeaceTracker.Web/Reading/LinkedDataElement.cs", // JSON, escaped for HTML by its writer, in an element in which nothing is decoded
        "src/PeaceTracker.Web/Layout/YourMenu.cs", // written by YourPart, each word encoded: it is put into documents that were made before
    ];

    // Files that start a task and don't watch it, with the reason.
    private static readonly string[] Unwatched =
    [
        "src/PeaceTracker.Web/Features/Editing/PageTurn.cs", // hands every fault to the renderer
        "src/PeaceTracker.Web/Hosting/CircuitAuthentication.cs", // logs every fault and ends the session
        "src/PeaceTracker.Web/Hosting/Address.cs", // asks for the first page, and catches what can go wrong with it
        "src/PeaceTracker.Services/Changes/OpenStreams.cs", // logs every fault; the next beat looks again
    ];

    // Where roles are turned into text and back.
    private static readonly string[] RoleNames = ["src/PeaceTracker.Services/Accounts/AccountRole.cs"];

    [Fact]
    public void Web_EverySource_KnowsNoEntityFramework() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor", ".csproj"), EntityFramework()));

    // What a name, a filter or a moment is called in an address is Web's alone: a view is asked in the domain's words.
    [Fact]
    public void Services_EverySource_KnowsNoAddressOfAPage() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src/PeaceTracker.Services", ".cs"), PageAddress()));

    // One room reads what the addresses of pages and files say. Forms of accounts and the workbench take one value of their own.
    [Fact]
    public void Web_EverySource_LeavesAddressesToReading() =>
        Assert.Empty(SourceTree.Find(
            SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor")
                .Where(file => !file.StartsWith("src/PeaceTracker.Web/Reading/", StringComparison.Ordinal)),
            QueryOfAnAddress()));

    [Fact]
    public void ReadingPages_EverySource_TakeValuesFromTheirAddressReader() =>
        Assert.Empty(SourceTree.Find(
            SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor").Where(file =>
                !file.Contains("/Features/SigningIn/", StringComparison.Ordinal) && !file.Contains("/Features/Rows/", StringComparison.Ordinal)),
            ParameterOfAnAddress()));

    // What such a statement writes, no trigger of the model and no change row sees.
    [Fact]
    public void Services_EverySource_WritesThroughTheChangeTracker() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src", ".cs", ".razor"), BulkWrite()));

    // The compiler makes routes ready, and makes these otherwise than the framework: see docs/decisions/0070.
    [Fact]
    public void Routes_EverySource_TakeNoFormAndHaveNoFallback() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor"), FormOrFallback()));

    [Theory]
    [InlineData("app.MapPost(\"/x\", (IFormCollection form) => TypedResults.Ok())")]
    [InlineData("app.MapPost(\"/x\", (IFormFile? file) => TypedResults.Ok())")]
    [InlineData("app.MapPost(\"/x\", ([FromForm] string name) => TypedResults.Ok())")]
    [InlineData("app.MapPost(\"/x\", ([FromForm(Name = \"n\")] string name) => TypedResults.Ok())")]
    [InlineData("app.MapFallback(\"/api/{**rest}\", NothingThere);")]
    [InlineData("app.MapFallbackToFile(\"index.html\");")]
    public void FormOrFallback_EachForm_IsFound(string line) => Assert.Matches(FormOrFallback(), line);

    [Fact]
    public void Imports_EveryFile_InjectNothing() =>
        Assert.Empty(SourceTree.Find(
            SourceTree.Under("src").Where(file => Path.GetFileName(file) == "_Imports.razor"), Inject()));

    [Fact]
    public void Web_EverySource_WritesNoRawMarkup() =>
        Assert.Empty(SourceTree.Find(
            SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor").Except(MarkupAllowed), RawMarkup()));

    // A name that is written from the right does not draw what stands beside it to its other side. Charts' files are drawings, and have no such mark.
    [Fact]
    public void Pages_EveryName_StandApartFromTheTextAroundThem() =>
        Assert.Empty(SourceTree.Find(
            SourceTree.Under("src/PeaceTracker.Web/Features", ".razor").Where(file => !file.EndsWith("Image.razor", StringComparison.Ordinal)),
            BareName()));

    // A figure has one definition, in the Domain: pages print what a view gives them.
    [Fact]
    public void Web_EverySource_ComputesNoFigure() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src/PeaceTracker.Web", ".cs", ".razor"), Computing()));

    [Fact]
    public void Pages_OfEveryForm_AreNamedForWhatTheyEdit() =>
        Assert.All(
            SourceTree.Under("src/PeaceTracker.Web/Features", ".razor").Where(file => FormOf().IsMatch(SourceTree.Text(file))),
            file => Assert.Matches("^Edit[A-Z].*Page[.]razor$", Path.GetFileName(file)));

    [Fact]
    public void Sources_EveryFile_HasNoRegions() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src", ".cs").Concat(SourceTree.Under("tests", ".cs")), Region()));

    // The clock is TimeProvider, so that a test can set it.
    [Fact]
    public void Sources_EveryFile_AskTheClockOfTheHouse() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src", ".cs", ".razor"), SystemClock()));

    // A wait for a navigation misses one that comes while it begins: BrowserTest.ArriveAsync asks for the address instead.
    [Fact]
    public void Tests_EveryFile_WaitOnConditions() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("tests", ".cs"), Sleep()));

    // A fault in such a method is lost, or ends the process. What nobody waits for goes through PageTurn, or catches everything itself.
    [Fact]
    public void Sources_EveryFile_LetNoFaultOfAnUnwatchedTaskGoAstray() =>
        Assert.Empty(SourceTree.Find(SourceTree.Under("src", ".cs", ".razor").Except(Unwatched), FireAndForget()));

    // What a role is called, and which roles have at least its rights, is said in AccountRole.cs.
    [Fact]
    public void Sources_EveryFile_AskForRolesByTheirMembers() =>
        Assert.Empty(SourceTree.Find(
            SourceTree.Under("src", ".cs", ".razor").Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal)).Except(RoleNames),
            RoleName()));

    [Theory]
    [InlineData("private async void EndInTime(Task state)")]
    [InlineData("protected override void OnBoardMoved() => _ = InvokeAsync(async () =>")]
    [InlineData("timer = Clock.CreateTimer(_ => _ = InvokeAsync(KeepAsync), null, KeepEvery, KeepEvery);")]
    [InlineData("_ = view == View.Waiting ? InvokeAsync(async () =>")]
    [InlineData("_ = Task.Run(LookAsync);")]
    public void FireAndForget_EachForm_IsFound(string line) => Assert.Matches(FireAndForget(), line);

    [GeneratedRegex(@"\basync void\b|\b_ = (?!await\b).*(Async\(|\bTask\.Run\()")]
    private static partial Regex FireAndForget();

    [GeneratedRegex("""(?<!\bL\[)"(Viewer|Editor|Manager|Administrator)"|\.IsInRole\(""")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"Microsoft\.EntityFrameworkCore")]
    private static partial Regex EntityFramework();

    [GeneratedRegex(
        @"Address(Values|Filter)|Board(Address|Moment)|AspNetCore[.]WebUtilities|Extensions[.]Primitives|QueryString|IQueryCollection"
        + @"|["" ]/negotiations/|(?<!name=)""(asOf|knownAt|page)""", RegexOptions.IgnoreCase)]
    private static partial Regex PageAddress();

    [GeneratedRegex(@"\bRequest[.]Query\b|\bQueryHelpers\b|\bIQueryCollection\b|\bStringValues\b|\bParseQuery\b")]
    private static partial Regex QueryOfAnAddress();

    [GeneratedRegex(@"\bSupplyParameterFromQuery\b")]
    private static partial Regex ParameterOfAnAddress();

    [GeneratedRegex(@"\bExecute(Update|Delete)(Async)?\b")]
    private static partial Regex BulkWrite();

    [GeneratedRegex(@"\bIForm(Collection|File)|\[FromForm\b|\.MapFallback")]
    private static partial Regex FormOrFallback();

    [GeneratedRegex(@"^\s*@inject\b")]
    private static partial Regex Inject();

    [GeneratedRegex(@"\bMarkupString\b|\bAddMarkupContent\b|\.innerHTML\b")]
    private static partial Regex RawMarkup();

    [GeneratedRegex(@">@[A-Za-z_][\w.!]*\.(Title|Name|Label|ShortName|Publisher|Headline)</(a|b|strong|th)>")]
    private static partial Regex BareName();

    [GeneratedRegex(@"\bnew (Share|Ratio)\(|\bScopeShares\.(Over|Count|LevelCounts)\b|\bBoardComparison\.(Between|OfThreeShares)\b|\.Judge\(")]
    private static partial Regex Computing();

    [GeneratedRegex(@"^@inherits (Entry|Row|Form)Page<", RegexOptions.Multiline)]
    private static partial Regex FormOf();

    [GeneratedRegex(@"^\s*#region\b")]
    private static partial Regex Region();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\bThread[.]Sleep\b|\bTask[.]Delay\b|\b(RunAnd)?WaitFor(Timeout|URL|Navigation|LoadState)Async[(]")]
    private static partial Regex Sleep();
}
