using System.Globalization;
using Microsoft.Data.Sqlite;
using PeaceTracker.Services.Data.Sqlite;

namespace PeaceTracker.Services.Data;

/// <summary>
/// <c>backup</c> and <c>restore</c> at the command line. A backup is one file, and beside it the folder of the keys that seal sessions and the keys
/// of codes, which can be kept elsewhere; it is taken while the server runs or while it does not.
/// </summary>
public sealed class BackupCommand(StoreOptions options, StoreStartup startup)
{
    private const int Done = 0, Refused = 1;

    /// <summary>Writes a backup to a new file; returns the exit code: 0 done, 1 refused.</summary>
    public async Task<int> BackUpAsync(string name, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name);
        if (FaultOf(path) is { } fault)
        {
            return await SayAsync(errors, fault, Refused);
        }

        try
        {
            OwnerOnly.FromNowOn();
            await Task.Run(() => SqliteBackup.Take(options.DatabaseFile, Path.GetDirectoryName(path)!, Path.GetFileName(path)), cancellationToken);
            var keys = CopyKeys(options.KeysFolder, KeysOf(path));
            var size = new FileInfo(path).Length / 1024.0 / 1024;
            return await SayAsync(output, string.Create(
                CultureInfo.InvariantCulture, $"Wrote {path}, {size:0.0} MB, checked. {Beside(keys, KeysOf(path))}"), Done);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException or SqliteException)
        {
            return await SayAsync(errors, $"The backup {path} could not be written ({failed.Message.TrimEnd('.')}), so there is none.", Refused);
        }
    }

    /// <summary>
    /// Puts a backup into a data folder without a store, and starts the store, which brings it up to date; returns the exit code. Throws
    /// <see cref="StoreRefusal"/> where the folder can't be used or the file is no store of this program.
    /// </summary>
    public async Task<int> RestoreAsync(string name, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name);
        if (!File.Exists(path))
        {
            return await SayAsync(errors, $"There is no file {path}: give the name of a backup.", Refused);
        }

        if (File.Exists(options.DatabaseFile))
        {
            return await SayAsync(
                errors,
                $"There is already a store in {options.Folder}: move its files away first, or set PeaceTracker:DataDirectory to an empty folder.",
                Refused);
        }

        options.MustExist = false; // there is about to be one
        using (var folder = DataFolder.Open(options))
        {
            try
            {
                SqliteFile.RefuseNoStore(path);
                FileSystems.RefuseFull(options.Folder, new FileInfo(path).Length + options.MinimumFreeBytes);
                SqliteBackup.Restore(path, options.DatabaseFile);
                CopyKeys(KeysOf(path), options.KeysFolder);
            }
            catch (Exception)
            {
                folder.Undo();
                throw;
            }
        }

        try
        {
            await startup.StartAsync(null, cancellationToken);
        }
        catch (StoreRefusal)
        {
            File.Delete(options.DatabaseFile); // what was brought is in the backup
            throw;
        }

        return await SayAsync(
            output, $"Restored {path} to {options.Folder}. {Keys(KeysOf(path))} Start the server; \"verify\" checks all of it.", Done);
    }

    private static string KeysOf(string path) => path + "-keys";

    private static string Beside(int keys, string folder) => keys == 0 ? "It has no keys, because there are none yet."
        : $"The keys that protect sessions and codes are in {folder}: store them separately, and have both for a restore.";

    private static string Keys(string folder) => Directory.Exists(folder) ? "Sessions and codes still work."
        : $"There was no folder {folder} with keys beside it: everybody has to sign in again, and users of codes need \"users reset-password\".";

    private string? FaultOf(string path) => Path.GetDirectoryName(path) switch
    {
        _ when options.Database is { Length: > 0 } => "The store is on a database server: back it up there, as with pg_dump.",
        _ when !File.Exists(options.DatabaseFile) =>
            $"There is no store in {options.Folder}: set PeaceTracker:DataDirectory to the folder of one.",
        _ when File.Exists(path) || Directory.Exists(path) => $"{path} already exists: give another name, or move it away first.",
        null => $"{path} is not a file name.",
        var folder when !Directory.Exists(folder) => $"There is no folder {folder}: create it first, or give another place.",
        _ => null,
    };

    private static int CopyKeys(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return 0;
        }

        Directory.CreateDirectory(to);
        var keys = Directory.GetFiles(from, "*.xml");
        foreach (var key in keys)
        {
            File.Copy(key, Path.Combine(to, Path.GetFileName(key)), overwrite: true);
        }

        return keys.Length;
    }

    private static async Task<int> SayAsync(TextWriter writer, string sentence, int code)
    {
        await writer.WriteLineAsync(sentence);
        return code;
    }
}
