namespace PeaceTracker.Web.Shared;

/// <summary>Where the site begins: at the top of its host, or under a path that a proxy gives it.</summary>
public static class Site
{
    /// <summary>The path under which all addresses of the site are, without a slash at its end; empty at the top of the host.</summary>
    public static string Root { get; internal set; } = "";

    /// <summary>An address of the site as a browser asks for it; <paramref name="path"/> begins with a slash.</summary>
    public static string At(string path) => Root + path;
}
