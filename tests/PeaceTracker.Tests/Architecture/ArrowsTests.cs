using System.Text.RegularExpressions;
using System.Xml.Linq;
using PeaceTracker.Testing;

namespace PeaceTracker.Tests.Architecture;

public class ArrowsTests
{
    [Theory]
    [InlineData("PeaceTracker.Domain", "")]
    [InlineData("PeaceTracker.Services", "PeaceTracker.Domain")]
    [InlineData("PeaceTracker.Web", "PeaceTracker.Services")]
    public void ProjectReferences_EachProject_PointOneStepDown(string project, string expected)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Equal(expected, string.Join(' ', references));
    }

    // Who a person is, what happened, how they prove who they are, and who lets them in: docs/decisions/0016.
    private static readonly string[] AccountRooms = ["Accounts", "Audit", "SigningIn", "Administration"];

    public static TheoryData<string> EachAccountRoom => [.. AccountRooms];

    [Theory]
    [MemberData(nameof(EachAccountRoom))]
    public void AccountRooms_EachRoom_KnowsOnlyThoseBeforeIt(string room)
    {
        var later = AccountRooms.SkipWhile(other => other != room).Skip(1).ToList();
        var files = SourceTree.Under("src/PeaceTracker.Services/" + room).Concat(SourceTree.Under("src/PeaceTracker.Web/Features/" + room)).ToList();

        Assert.NotEmpty(files);
        Assert.All(later, other => Assert.Empty(SourceTree.Find(files, new Regex($@"\b(Services|Features)\.{other}\b"))));
    }

    [Fact]
    public void PackageReferences_Domain_None() => Assert.Empty(Items("PeaceTracker.Domain", "PackageReference"));

    private static IEnumerable<string> Items(string project, string element) =>
        XDocument.Load(Repository.PathOf("src", project, project + ".csproj"))
            .Descendants(element).Select(item => item.Attribute("Include")!.Value);
}
