using PeaceTracker.Testing;
using PeaceTracker.Web.Hosting;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>What the words after the program's name mean. Nothing here starts a server: a word that is not understood would.</summary>
public class CommandGrammarTests
{
    [Theory]
    [InlineData("“user” is not a command or option here.", "user", "list")]
    [InlineData("“--hlep” is not a command or option here.", "--hlep")]
    [InlineData("“--port” is not a command or option here.", "--port", "5210")]
    [InlineData("“lst” is not a command or option here.", "users", "lst")]
    [InlineData("“more” is not a command or option here.", "verify", "more")]
    [InlineData("“--force” is not a command or option here.", "import", "file.json", "--force")]
    [InlineData("“--without-histroy” is not a command or option here.", "export", "talks", "file.json", "--without-histroy")]
    [InlineData("“third” is not a command or option here.", "export", "talks", "file.json", "third")]
    [InlineData("“@words” is not a command or option here.", "@words")]
    [InlineData("There is no setting “--PeaceTraker:Seed”", "--PeaceTraker:Seed=x")]
    [InlineData("The setting “--PeaceTracker:Seed” has no value", "--PeaceTracker:Seed")]
    [InlineData("There is no role “king”: give one of Viewer", "users", "set-role", "ada@example.org", "king")]
    [InlineData("There is no role “king”: give one of Viewer", "users", "add", "ada@example.org", "--name", "Ada", "--role", "king")]
    [InlineData("--role", "users", "add", "ada@example.org", "--name", "Ada")]
    [InlineData("--seed", "--seed")]
    [InlineData("import", "import")]
    [InlineData("export", "export", "talks")]
    [InlineData("copy-to", "copy-to")]
    [InlineData("Required command", "users")]
    public async Task Run_WordsNotUnderstood_SaysSoInASentenceAndMakesNothing(string says, params string[] words)
    {
        using var folder = new TemporaryFolder();

        var (code, output, errors) = await RunAsync([.. words, $"--PeaceTracker:DataDirectory={Path.Combine(folder.Path, "data")}"], words);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(says, Assert.Single(errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.EndsWith("See: --help", errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Run_Help_NamesEveryCommand()
    {
        var (code, output, errors) = await RunAsync(["--help"]);

        Assert.Equal((0, ""), (code, errors));
        Assert.All(
            ["users", "export", "import", "verify", "copy-to", "--urls", "--seed", "--version"],
            word => Assert.Contains(word, output, StringComparison.Ordinal));
        Assert.Contains("set-role", (await RunAsync(["users", "--help"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Version_SaysIt()
    {
        var (code, output, errors) = await RunAsync(["--version"]);

        Assert.Equal((0, ""), (code, errors));
        Assert.Matches(@"^\d+\.\d+", output);
    }

    // A word without a value at the end would take the data folder for it.
    private static Task<(int Code, string Output, string Errors)> RunAsync(string[] words, string[] last) =>
        RunAsync(last is ["--PeaceTracker:Seed"] or ["--seed"] ? last : words);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string[] words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandGrammar.RunAsync(words, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
