// ==== sql_delete_in_cte_returning
public sealed class Store(NpgsqlConnection connection)
{
    public List<int> Take() => connection.Query<int>( //! TT0001
        "WITH gone AS (DELETE FROM job WHERE id < 10 RETURNING id) SELECT id FROM gone").ToList();
}
// ==== sql_select_for_update_is_no_write
public sealed class Store(NpgsqlConnection connection)
{
    public int Lock() => connection.QuerySingle<int>("SELECT id FROM job FOR UPDATE SKIP LOCKED");
}
// ==== sql_comment_before_the_verb
public sealed class Store(NpgsqlConnection connection)
{
    public void Save() => connection.Execute("/* a /* nested */ one */ -- and a line\nINSERT INTO a VALUES (1)"); //! TT0001
}
// ==== sql_verbs_in_literals_and_names
public sealed class Store(NpgsqlConnection connection)
{
    public int Count() => connection.QuerySingle<int>(
        "SELECT count(*) AS \"delete from x\" FROM t WHERE note = 'it''s; DELETE FROM t' AND [update] = 1");
}
// ==== sql_several_statements_with_one_write
public sealed class Store(MySqlConnection connection)
{
    public long Add() => connection.ExecuteScalar<long>("INSERT INTO a (n) VALUES (1); SELECT LAST_INSERT_ID();"); //! TT0001
}
// ==== sql_upsert
public sealed class Store(SqliteConnection connection)
{
    public void Save() => connection.Execute( //! TT0001
        "INSERT INTO a (id, n) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET n = n + 1");
}
// ==== sql_insert_or_replace
public sealed class Store(SqliteConnection connection)
{
    public void Save() => connection.Execute("INSERT OR REPLACE INTO a VALUES (1)"); //! TT0001
}
// ==== sql_replace_function_is_no_write
public sealed class Store(SqliteConnection connection)
{
    public string Read() => connection.QuerySingle<string>("SELECT replace(name, 'a', 'b') FROM t");
}
// ==== sql_merge
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public void Save() => connection.Execute( //! TT0001
        "MERGE target AS t USING source AS s ON t.id = s.id WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id);");
}
// ==== sql_select_into_makes_a_table
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public void Copy() => connection.Execute("SELECT * INTO archive FROM orders"); //! TT0001
}
// ==== sql_explain_is_no_write
public sealed class Store(NpgsqlConnection connection)
{
    public IEnumerable<string> Plan() => connection.Query<string>("EXPLAIN DELETE FROM t");
}
// ==== sql_explain_analyze_carries_out
public sealed class Store(NpgsqlConnection connection)
{
    public IEnumerable<string> Plan() => connection.Query<string>("EXPLAIN ANALYZE DELETE FROM t"); //! TT0001
}
// ==== sql_trigger_is_a_definition
public sealed class Store(SqliteConnection connection)
{
    public void Prepare() => connection.Execute(
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN INSERT INTO b VALUES (new.id); DELETE FROM c; END;");
}
// ==== sql_call_is_unknown
public sealed class Store(NpgsqlConnection connection)
{
    public void Close() => connection.Execute("CALL close_month(@m)", new { m = 1 });
}
// ==== sql_tsql_batch_without_semicolons
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public void Save() => connection.Execute( //! TT0001
        "SET NOCOUNT ON IF EXISTS (SELECT 1 FROM a) UPDATE a SET n = 1 ELSE INSERT INTO a VALUES (1)");
}
// ==== sql_tsql_transaction_in_the_batch
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public void Save() => connection.Execute("BEGIN TRAN; UPDATE a SET n = 1; UPDATE b SET n = 1; COMMIT TRAN;");
}
// ==== sql_truncate
public sealed class Store(NpgsqlConnection connection)
{
    public void Empty() => connection.Execute("TRUNCATE TABLE a"); //! TT0001
}
// ==== sql_dollar_quoted_text
public sealed class Store(NpgsqlConnection connection)
{
    public string Read() => connection.QuerySingle<string>("SELECT $body$ DELETE FROM t; $body$");
}
// ==== sql_string_built_up
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(bool all, string table)
    {
        var sql = "DELETE FROM " + table;
        if (!all)
        {
            sql += " WHERE old";
        }

        connection.Execute(sql); //! TT0001
    }
}
// ==== sql_write_on_one_path_only_is_not_said
public sealed class Store(NpgsqlConnection connection)
{
    public void Run(bool drop)
    {
        var sql = drop ? "DELETE FROM a" : "SELECT 1";
        connection.Execute(sql);
    }
}
// ==== sql_both_paths_write
public sealed class Store(NpgsqlConnection connection)
{
    public void Run(bool drop)
    {
        var sql = drop ? "DELETE FROM a" : "INSERT INTO a VALUES (1)";
        connection.Execute(sql); //! TT0001
    }
}
// ==== sql_static_readonly_text
public sealed class Store(NpgsqlConnection connection)
{
    private static readonly string Insert = """
        INSERT INTO a (id)
        VALUES (@id)
        """;

    public void Run(int id) => connection.Execute(Insert, new { id }); //! TT0001
}
// ==== sql_string_builder_is_unknown
public sealed class Store(NpgsqlConnection connection)
{
    public void Run()
    {
        var text = new System.Text.StringBuilder("DELETE FROM a");
        connection.Execute(text.ToString());
    }
}
// ==== sql_object_initializer
public sealed class Store(MySqlConnection connection)
{
    public void Run()
    {
        using var command = new MySqlCommand { Connection = connection, CommandText = "DELETE FROM a" };
        command.ExecuteNonQuery(); //! TT0001
    }
}
// ==== sql_enlisted_in_object_initializer
public sealed class Store(MySqlConnection connection)
{
    public void Run()
    {
        using var transaction = connection.BeginTransaction();
        using var command = new MySqlCommand { Connection = connection, Transaction = transaction, CommandText = "DELETE FROM a" };
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
// ==== sql_dapper_stored_procedure
public sealed class Store(MySqlConnection connection)
{
    public void Run() => connection.Execute("update_all", commandType: CommandType.StoredProcedure);
}
// ==== sql_copy_from_stdin
public sealed class Store(NpgsqlConnection connection)
{
    public void Run() => connection.Execute("COPY a FROM '/tmp/a.csv'"); //! TT0001
}
// ==== sql_temporary_tables
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public IEnumerable<int> Read() => connection.Query<int>(
        "SELECT id INTO #ids FROM orders WHERE old = 1; INSERT INTO #ids VALUES (7); DELETE FROM #ids WHERE id = 3; UPDATE #ids SET id = 1; SELECT id FROM #ids");

    public IEnumerable<int> Global() => connection.Query<int>("SELECT id INTO ##ids FROM orders; SELECT id FROM ##ids");

    public IEnumerable<int> Variable() => connection.Query<int>(
        "DECLARE @ids TABLE (id INT); INSERT INTO @ids SELECT id FROM orders; INSERT @ids VALUES (1); SELECT id FROM @ids");

    public void Real() => connection.Execute("DELETE o FROM orders o JOIN #ids i ON i.id = o.id"); //! TT0001

    public void Copied() => connection.Execute("INSERT INTO archive SELECT id FROM #ids"); //! TT0001
}
// ==== sql_tsql_transaction_without_semicolons
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public void Save() => connection.Execute("""
        SET NOCOUNT ON
        BEGIN TRAN
        UPDATE a SET n = 1
        UPDATE b SET n = 1
        COMMIT TRAN
        """);

    public void SaveTry() => connection.Execute("""
        SET XACT_ABORT ON;
        BEGIN TRY
            BEGIN TRANSACTION
            UPDATE a SET n = 1;
            UPDATE b SET n = 1;
            COMMIT TRANSACTION
        END TRY
        BEGIN CATCH
            IF @@TRANCOUNT > 0 ROLLBACK;
            THROW;
        END CATCH
        """);

    public void Distributed() => connection.Execute("BEGIN DISTRIBUTED TRAN; UPDATE a SET n = 1; COMMIT TRAN");
}
// ==== sql_columns_named_like_verbs
public sealed class Store(NpgsqlConnection connection)
{
    public IEnumerable<bool> Rights() => connection.Query<bool>("SELECT r.delete FROM rights r");

    public IEnumerable<bool> Aliased() => connection.Query<bool>("SELECT x AS delete FROM rights r");

    public IEnumerable<bool> More() => connection.Query<bool>("SELECT r.update, r.insert, r.replace FROM rights r");

    public void Prepare() => connection.Execute("PREPARE p AS INSERT INTO a VALUES ($1)");
}
// ==== sql_explain_options
public sealed class Store(NpgsqlConnection connection)
{
    public IEnumerable<string> Plan() => connection.Query<string>("EXPLAIN (BUFFERS, VERBOSE, COSTS, ANALYZE) UPDATE a SET n = 1"); //! TT0001

    public IEnumerable<string> Query() => connection.Query<string>("EXPLAIN QUERY PLAN INSERT INTO a VALUES (1)");
}
// ==== sql_more_forms
public sealed class Store(NpgsqlConnection connection, MySqlConnection mine, SqliteConnection lite)
{
    private const string Head = "INSERT INTO ";
    private const string Text = Head + "a" + " VALUES (1)";
    private readonly string _late = "DELETE FROM a";

    public void Const() => connection.Execute(Text); //! TT0001

    public void Raw(string table) => connection.Execute( //! TT0001
        $$"""
        DELETE FROM {{table}} -- {all}
        """);

    public void Format(string table) => connection.Execute(string.Format("DELETE FROM {0} WHERE id = {1}", table, 1)); //! TT0001

    public void FormatVerb(string verb) => connection.Execute(string.Format("{0} FROM a", verb));

    public void Concat(string table) => connection.Execute(string.Concat("DELETE FROM ", table)); //! TT0001

    public void ReplaceInto() => mine.Execute("REPLACE INTO a VALUES (1)"); //! TT0001

    public void With() => connection.Execute("WITH x AS (SELECT 1) INSERT INTO a SELECT * FROM x"); //! TT0001

    public void Pragma() => lite.Execute("PRAGMA user_version = 3");

    public void Vacuum() => lite.Execute("VACUUM INTO 'copy.db'");

    public void Analyze() => lite.Execute("ANALYZE; REINDEX a;");

    public void Merge() => connection.Execute("MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN DELETE"); //! TT0001

    public void Field() => connection.Execute(_late); //! TT0001

    public void Local()
    {
        const string sql = """
            -- takes one off
            UPDATE a
               SET n = n - 1
            """;
        connection.Execute(sql); //! TT0001
    }

    public void Lock() => mine.Query<int>("SELECT id FROM a LIMIT 1 FOR UPDATE; SELECT 1 FOR SHARE");

    public void Variables() => mine.Execute("SET @n = 1; SELECT n INTO @m FROM a");

    public void Share() => connection.Query("SELECT lo_get(1); SELECT nextval('s'); SELECT set_config('a', 'b', true)");

    public void Handler() => mine.Execute("LOCK TABLES a WRITE; UNLOCK TABLES");

    public void Multi() => connection.QueryMultiple("UPDATE a SET n = 1 RETURNING n; SELECT 1"); //! TT0001

    public void Switch(int kind) => connection.Execute(kind switch { 1 => "DELETE FROM a", 2 => "DELETE FROM b", _ => "UPDATE a SET n = 1" }); //! TT0001

    public void SwitchRead(int kind) => connection.Execute(kind switch { 1 => "DELETE FROM a", _ => throw new ArgumentException("x") }); //! TT0001
}
