using System.Diagnostics;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>A program in a file system of its own, as a service manager makes one: what is mounted there is mounted for it alone.</summary>
internal static class Confined
{
    /// <summary>Why its tests are left out where it can't be done.</summary>
    public const string Why = "A file system of its own can’t be made for a program here (unshare).";

    private static readonly Lazy<bool> Possible = new(() =>
    {
        using var process = Process.Start(Start("exec true", []))!;
        process.WaitForExit();
        return process.ExitCode == 0;
    });

    /// <summary>Whether it can be done: as root, or where users may make name spaces.</summary>
    public static bool IsPossible => Possible.Value;

    /// <summary>A start of a script of the shell in which <c>"$@"</c> are the arguments.</summary>
    public static ProcessStartInfo Start(string script, IEnumerable<string> arguments) => new(
        "unshare",
        [.. Environment.UserName == "root" ? ["--mount"] : (string[])["--mount", "--map-root-user"], "sh", "-c", script, "sh", .. arguments])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    };

    /// <summary>Puts a program that is about to be started into such a file system, after a script has prepared it.</summary>
    public static void Confine(this ProcessStartInfo start, string script)
    {
        var confined = Start($"{script}; exec dotnet \"$@\"", start.ArgumentList);
        start.FileName = confined.FileName;
        start.ArgumentList.Clear();
        foreach (var argument in confined.ArgumentList)
        {
            start.ArgumentList.Add(argument);
        }
    }

    /// <summary>The folder of a confined program as seen from outside.</summary>
    public static string Seen(Process process, string folder) => $"/proc/{process.Id}/root{folder}";
}
