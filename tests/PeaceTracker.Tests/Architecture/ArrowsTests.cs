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

    [Fact]
    public void PackageReferences_Domain_None() => Assert.Empty(Items("PeaceTracker.Domain", "PackageReference"));

    private static IEnumerable<string> Items(string project, string element) =>
        XDocument.Load(Repository.PathOf("src", project, project + ".csproj"))
            .Descendants(element).Select(item => item.Attribute("Include")!.Value);
}
