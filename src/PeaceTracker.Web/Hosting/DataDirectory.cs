namespace PeaceTracker.Web.Hosting;

/// <summary>Where the server keeps what it writes.</summary>
public static class DataDirectory
{
    /// <summary>The setting that names it.</summary>
    public const string Setting = "PeaceTracker:DataDirectory";

    /// <summary>Its full path: the setting, relative to the content root, or <c>data</c> there.</summary>
    public static string Of(IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetFullPath(configuration[Setting] is { Length: > 0 } path ? path : "data", environment.ContentRootPath);
}
