using System.Runtime.Loader;

/// <summary>
/// Lets a published program that the bench starts find the assemblies that lie beside the bench. The runtime looks for a class of this name, without
/// a namespace.
/// </summary>
#pragma warning disable CA1050 // as said
internal static class StartupHook
#pragma warning restore CA1050
{
    /// <summary>Called by the runtime before the program's own start.</summary>
    public static void Initialize()
    {
        var folder = Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
