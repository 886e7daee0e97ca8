using Microsoft.Data.Sqlite;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>
/// SQLite's count of what other connections have committed, of this process or another: on a connection that never writes, it moves with every
/// commit. The connection is closed with the store, or the write-ahead log would stay behind.
/// </summary>
internal sealed class DataVersion : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;
    private bool _closed;

    public DataVersion(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file, Mode = SqliteOpenMode.ReadWrite, Cache = SqliteCacheMode.Private, Pooling = false,
        }.ConnectionString);
        _connection.Open();
        _command = _connection.CreateCommand();
        _command.CommandText = "PRAGMA data_version";
    }

    /// <summary>The count; null where it can't be read now.</summary>
    public long? Now()
    {
        lock (_lock)
        {
            try
            {
                return _closed ? null : (long)_command.ExecuteScalar()!;
            }
            catch (SqliteException)
            {
                return null;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _command.Dispose();
            _connection.Dispose();
        }
    }
}
