namespace PeaceTracker.Web.Hosting;

/// <summary>Begins a program the same wherever it is started from.</summary>
public static class ProgramBuilder
{
    private const string Project = "PeaceTracker.Web.csproj";

    /// <summary>A builder whose settings, pages' files and relative paths count from where the program is, unless a content root is named.</summary>
    public static WebApplicationBuilder Make(IReadOnlyList<string> settings)
    {
        var options = new WebApplicationOptions
        {
            Args = [.. settings],
            ContentRootPath = NamesContentRoot(settings) ? null : ContentRoot(AppContext.BaseDirectory),
        };
        return WebApplication.CreateBuilder(options);
    }

    /// <summary>The folder of a program: where it lies, or, as long as it lies in the output of its project, that of the project.</summary>
    public static string ContentRoot(string program)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Project)))
                return folder.FullName;
        }

        return program;
    }

    private static bool NamesContentRoot(IReadOnlyList<string> settings) =>
        settings.Any(setting => setting.StartsWith($"--{WebHostDefaults.ContentRootKey}=", StringComparison.OrdinalIgnoreCase))
        || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
        || Environment.GetEnvironmentVariable("DOTNET_CONTENTROOT") is not null;
}
