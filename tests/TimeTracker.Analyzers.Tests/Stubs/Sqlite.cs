// The shape of this repository's own write transaction, named in configuration as a transaction-holding type.
namespace TimeTracker.Sqlite
{
    public sealed class WriteTransaction : System.IDisposable
    {
        public System.Data.Common.DbCommand Command(string sql) => throw new System.NotSupportedException(sql);

        public void Commit()
        {
        }

        public void Dispose()
        {
        }
    }

    public sealed class Database
    {
        public WriteTransaction BeginWrite() => new();
    }
}
