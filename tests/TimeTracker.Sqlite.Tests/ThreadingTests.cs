using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public class ThreadingTests
{
    private const int Threads = 8;
    private const int RowsEach = 40;

    [Fact]
    public void Database_UsedByManyThreads_LosesNothingAndReadsWholeTransactions()
    {
        using var folder = new TemporaryFolder();
        using var database = Notes.Open(folder["notes.db"]);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            try
            {
                for (var row = 0; row < RowsEach; row++)
                {
                    using (var transaction = database.BeginWrite())
                    {
                        Notes.AddTo(transaction, "left");
                        Notes.AddTo(transaction, "right");
                        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
                    }

                    Assert.Equal(0, Notes.Count(database) % 2);
                }
            }
            catch (Exception exception)
            {
                failures.Enqueue(exception);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Empty(failures);
        Assert.Equal(Threads * RowsEach * 2, Notes.Count(database));
    }

    [Fact]
    public void BeginWrite_WhileAnotherThreadKeepsItsTransaction_IsBusyAfterTheWait()
    {
        using var folder = new TemporaryFolder();
        using var database = Notes.OpenImpatient(folder["notes.db"]);
        using var transaction = database.BeginWrite();
        var busy = default(DatabaseException);
        var thread = new Thread(() => busy = Assert.Throws<DatabaseException>(() => database.BeginWrite()));
        thread.Start();
        thread.Join();
        Assert.Equal(DatabaseFault.Busy, busy!.Fault);
        Assert.Equal("Another thread kept its write transaction open for too long.", busy.Message);
    }
}
