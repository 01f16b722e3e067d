using TimeTracker.Analyzers.Sql;

namespace TimeTracker.Analyzers.Tests;

public sealed class SqlClassifierTests
{
    [Theory]
    [InlineData("INSERT INTO a VALUES (1)", "a")]
    [InlineData("insert into main.\"My Table\" values (1)", "My Table")]
    [InlineData("INSERT a (id) VALUES (1)", "a")]
    [InlineData("INSERT OR IGNORE INTO [a] VALUES (1)", "a")]
    [InlineData("REPLACE INTO a VALUES (1)", "a")]
    [InlineData("UPDATE OR ABORT a SET n = 1", "a")]
    [InlineData("UPDATE dbo.a SET n = 1", "a")]
    [InlineData("DELETE a WHERE id = 1", "a")]
    [InlineData("DELETE FROM ONLY a", "a")]
    [InlineData("MERGE INTO a USING b ON 1 = 1 WHEN MATCHED THEN DELETE", "a")]
    [InlineData("WITH x AS (SELECT 1) INSERT INTO a SELECT * FROM x", "a")]
    [InlineData("WITH x AS (UPDATE a SET n = 1 RETURNING *) SELECT * FROM x", "a")]
    [InlineData("TRUNCATE a", "a")]
    [InlineData("SELECT 1; ; DELETE FROM a", "a")]
    [InlineData("DECLARE @n int = 1; UPDATE a SET n = @n", "a")]
    [InlineData("BEGIN INSERT INTO a VALUES (1) END", "a")]
    [InlineData("DELETE x FROM x JOIN #gone g ON g.id = x.id", "x")]
    [InlineData("EXPLAIN (BUFFERS, VERBOSE, COSTS, ANALYZE) UPDATE a SET n = 1", "a")]
    public void Write_IsSeen_WithItsTable(string sql, string table)
    {
        var facts = SqlClassifier.Classify(sql);
        Assert.True(facts.Writes);
        Assert.Contains(table, facts.Tables);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SELECT 1")]
    [InlineData("SELECT 'DELETE FROM a'")]
    [InlineData("SELECT 1 -- DELETE FROM a")]
    [InlineData("SELECT 1 /* ; DELETE FROM a */")]
    [InlineData("SELECT [update], \"delete\" FROM a")]
    [InlineData("SELECT * FROM a FOR UPDATE")]
    [InlineData("SELECT * FROM a FOR NO KEY UPDATE")]
    [InlineData("SELECT insert(name, 1, 1, 'x') FROM a")]
    [InlineData("SELECT replace(name, 'a', 'b') FROM a")]
    [InlineData("SELECT n INTO @n FROM a")]
    [InlineData("CREATE TABLE a (id INTEGER REFERENCES b ON DELETE CASCADE ON UPDATE CASCADE)")]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; UPDATE c SET n = 1; END")]
    [InlineData("GRANT INSERT, UPDATE ON a TO b")]
    [InlineData("PRAGMA user_version = 3")]
    [InlineData("EXPLAIN QUERY PLAN DELETE FROM a")]
    [InlineData("EXEC delete_everything")]
    [InlineData("CALL delete_everything()")]
    [InlineData("COPY a TO STDOUT")]
    [InlineData("SAVEPOINT a")]
    [InlineData("SELECT r.delete FROM rights r")]
    [InlineData("SELECT x AS delete FROM rights")]
    [InlineData("PREPARE p AS INSERT INTO a VALUES ($1)")]
    [InlineData("SELECT * INTO #a FROM b; INSERT INTO #a VALUES (1); UPDATE #a SET n = 1; DELETE FROM #a")]
    [InlineData("SELECT * INTO ##a FROM b")]
    [InlineData("DECLARE @a TABLE (id int); INSERT INTO @a VALUES (1); INSERT @a VALUES (2); DELETE FROM @a")]
    public void Rest_IsNeverCalledAWrite(string sql) => Assert.False(SqlClassifier.Classify(sql).Writes);

    [Theory]
    [InlineData("BEGIN", true, true)]
    [InlineData("BEGIN TRANSACTION", true, true)]
    [InlineData("BEGIN DEFERRED", true, true)]
    [InlineData("BEGIN IMMEDIATE", true, false)]
    [InlineData("START TRANSACTION ISOLATION LEVEL SERIALIZABLE", true, false)]
    [InlineData("BEGIN; DELETE FROM a; COMMIT", false, false)]
    [InlineData("BEGIN SELECT 1 END", false, false)]
    public void Begin_IsToldFromABlock(string sql, bool begins, bool deferred)
    {
        var facts = SqlClassifier.Classify(sql);
        Assert.Equal((begins, deferred), (facts.Begins, facts.BeginsDeferred));
    }

    [Theory]
    [InlineData("BEGIN; DELETE FROM a; COMMIT")]
    [InlineData("SET NOCOUNT ON BEGIN TRAN UPDATE a SET n = 1 UPDATE b SET n = 1 COMMIT TRAN")]
    [InlineData("BEGIN TRY BEGIN TRANSACTION DELETE FROM a; COMMIT END TRY BEGIN CATCH ROLLBACK; THROW; END CATCH")]
    [InlineData("BEGIN DISTRIBUTED TRAN; DELETE FROM a; COMMIT")]
    public void Text_ThatBringsItsTransaction_IsSelfContained(string sql)
        => Assert.True(SqlClassifier.Classify(sql).SelfContained);

    [Theory]
    [InlineData("COMMIT", true)]
    [InlineData("END TRANSACTION", true)]
    [InlineData("ROLLBACK", true)]
    [InlineData("ROLLBACK TO here", false)]
    [InlineData("BEGIN; DELETE FROM a; COMMIT", false)]
    public void End_OfATransaction_IsNoSavepoint(string sql, bool ends)
        => Assert.Equal(ends, SqlClassifier.Classify(sql).Ends);

    [Theory]
    [InlineData("'open")]
    [InlineData("\"open")]
    [InlineData("/* open")]
    [InlineData("$tag$ open")]
    [InlineData("[")]
    [InlineData("INSERT")]
    [InlineData("DELETE FROM")]
    [InlineData("UPDATE")]
    [InlineData("BEGIN BEGIN BEGIN")]
    [InlineData("\u0001 FROM a")]
    public void BrokenText_IsReadWithoutFailing(string sql) => Assert.NotNull(SqlClassifier.Classify(sql));
}
