using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PeaceTracker.Tests.Data;

/// <summary>Somebody who has not the rights that whoever runs the tests may have.</summary>
[UnsupportedOSPlatform("windows")]
internal static class OrdinaryUser
{
    /// <summary>Does something, all of it on one thread, while a folder can be read by everybody and written to by nobody.</summary>
    public static async Task WithReadOnlyAsync(string folder, Action action)
    {
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        // What a store that was started before made the owner's alone.
        const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => File.GetUnixFileMode(file) == Owners))
        {
            File.SetUnixFileMode(file, Owners | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        try
        {
            await DoAsync(action);
        }
        finally
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Root may write everywhere, so the one thread takes an ordinary user's rights to files. It ends afterwards.
    private static Task DoAsync(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                if (Environment.IsPrivilegedProcess)
                {
                    _ = SetFileUser(65534);
                }

                action();
                done.SetResult();
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        }).Start();
        return done.Task;
    }

#pragma warning disable SYSLIB1054 // The generated kind needs unsafe code in the whole project.
    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetFileUser(uint user);
#pragma warning restore SYSLIB1054
}
