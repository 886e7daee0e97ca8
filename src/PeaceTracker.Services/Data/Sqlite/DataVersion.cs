using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PeaceTracker.Services.Data.Sqlite;

/// <summary>
/// SQLite's count of what other connections have committed, of this process or another: on a connection that never writes, it moves with every
/// commit. The connection is closed with the store, or the write-ahead log would stay behind.
/// </summary>
internal sealed class DataVersion : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _question;
    private bool _closed;

    public DataVersion(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file, Mode = SqliteOpenMode.ReadWrite, Cache = SqliteCacheMode.Private, Pooling = false,
        }.ConnectionString);
        _connection.Open();
        // Straight to SQLite: it is asked with every request, and a command costs several times what it asks.
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(_connection.Handle, "PRAGMA data_version", out _question), _connection.Handle);
    }

    /// <summary>The count; null where it can't be read now.</summary>
    public long? Now()
    {
        lock (_lock)
        {
            if (_closed)
            {
                return null;
            }

            long? count = raw.sqlite3_step(_question) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_question, 0) : null;
            raw.sqlite3_reset(_question);
            return count;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _question.Dispose();
            _connection.Dispose();
        }
    }
}
