// What a referenced assembly shows of itself: fields and bodies are not seen.
namespace Library
{
    public static class LibSql
    {
        public const string Insert = "INSERT INTO a VALUES (1)";
        public static readonly string Delete = "DELETE FROM a";

        public static string Update => "UPDATE a SET n = 1";
    }

    public abstract class RepoBase
    {
        private readonly System.Data.Common.DbTransaction _transaction;

        protected RepoBase(System.Data.Common.DbTransaction transaction) => _transaction = transaction;

        protected System.Data.Common.DbConnection Connection => _transaction.Connection!;
    }

    public class Uow
    {
        private readonly System.Data.Common.DbTransaction _transaction;

        public Uow(System.Data.Common.DbConnection connection)
        {
            Connection = connection;
            _transaction = connection.BeginTransaction();
        }

        public System.Data.Common.DbConnection Connection { get; }

        public void Done() => _transaction.Commit();
    }

    public static class Rows
    {
        [TimeTracker.Annotations.RequiresTransaction]
        public static void Add(System.Data.Common.DbConnection connection)
        {
        }
    }

    public interface IDb
    {
        void InTransaction(System.Action<System.Data.Common.DbConnection> work);

        System.Threading.Tasks.Task<T> WithTx<T>(
            System.Func<System.Data.Common.DbConnection, System.Threading.Tasks.Task<T>> work);

        void Atomically(System.Action<System.Data.Common.DbConnection> work);
    }
}
