namespace PeaceTracker.Testing;

/// <summary>The checkout in which the tests were built.</summary>
public static class Repository
{
    /// <summary>Its top folder: the nearest one above the tests' output that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path under <see cref="Root"/>.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PeaceTracker.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No PeaceTracker.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
