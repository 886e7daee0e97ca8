using Microsoft.Data.Sqlite;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>A database file opened for reading, without changing a byte of it or leaving one beside it.</summary>
internal sealed class UntouchedDatabase : IDisposable
{
    private readonly DirectoryInfo? _copy;

    /// <summary>Opens a file that nobody has open.</summary>
    public UntouchedDatabase(string file)
    {
        // After a process has died, part of the data is in the side files, and reading them where they lie changes them.
        _copy = SqliteFile.SideFiles(file).Any(side => side.Exists && side.Length > 0) ? Scratch.Make(Path.GetDirectoryName(file)!) : null;
        try
        {
            Connection = Open(_copy is null ? file : CopyTo(_copy, file), immutable: _copy is null);
        }
        catch (Exception fault)
        {
            _copy?.Delete(recursive: true);
            if (fault is IOException or UnauthorizedAccessException && _copy is not null)
            {
                throw new StoreRefusal(
                    $"The log of a process that died is beside {file}, and there is no room to copy it and look at it "
                        + $"({fault.Message.TrimEnd('.')}): free some space in {_copy.Parent}.",
                    fault);
            }

            throw;
        }
    }

    /// <summary>The open connection.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Opens a file that has nothing beside it.</summary>
    public static SqliteConnection Open(string file) => Open(file, immutable: true);

    /// <inheritdoc />
    public void Dispose()
    {
        Connection.Dispose();
        _copy?.Delete(recursive: true);
    }

    // Immutable: no lock, no -wal, no -shm. A copy of ours is opened as SQLite likes, since it has to work in what a dead process left.
    private static SqliteConnection Open(string file, bool immutable)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = immutable ? new Uri(file).AbsoluteUri + "?immutable=1" : file,
            Mode = immutable ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string CopyTo(DirectoryInfo folder, string file)
    {
        var copy = Path.Combine(folder.FullName, "copy.db");
        File.Copy(file, copy);
        foreach (var side in SqliteFile.SideFiles(file).Where(side => side.Exists && !side.Name.EndsWith("-shm", StringComparison.Ordinal)))
        {
            side.CopyTo(copy + side.Name[Path.GetFileName(file).Length..]);
        }

        return copy;
    }
}
