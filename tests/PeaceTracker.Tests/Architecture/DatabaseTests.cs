using System.Text.RegularExpressions;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Architecture;

public partial class DatabaseTests
{
    // Otherwise they would run on SQLite alone, and nobody would notice.
    [Fact]
    public void Tests_ThatStartAStore_SayOnWhichDatabases()
    {
        var unsaid = from file in SourceTree.Under("tests/PeaceTracker.Tests", ".cs")
                     let code = File.ReadAllText(Repository.PathOf(file))
                     where TestMethod().IsMatch(code) && StartsAStore().IsMatch(code)
                     where !code.Contains("[OnEveryDatabase]", StringComparison.Ordinal)
                     select file;

        Assert.Empty(unsaid);
    }

    [GeneratedRegex(@"^ {4}\[(Fact|Theory|Property)", RegexOptions.Multiline)]
    private static partial Regex TestMethod();

    // One in a file, or on a server, is asked for by another name.
    [GeneratedRegex(@"= await (TestStore|AccountStore)\.StartAsync\(|: OutcomeDeskTest\b")]
    private static partial Regex StartsAStore();
}
