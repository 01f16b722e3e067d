using TimeTracker.MutationLedger.Schema;
using TimeTracker.Sqlite;
using TimeTracker.TestKit;

namespace TimeTracker.MutationLedger.Tests.Schema;

public sealed class SchemaPartsTests
{
    private const string Sql = """
        -- CHECK (this is a comment);
        CREATE TABLE a (
          id   INTEGER PRIMARY KEY CHECK (id = 1), -- one row, NOT NULL
          name TEXT NOT NULL UNIQUE CHECK (name <> ');' AND (length(name) BETWEEN 1 AND 5)),
          b_id BLOB REFERENCES b (id) ON DELETE CASCADE,
          UNIQUE (id, name)
        ) STRICT;
        CREATE TABLE b (id BLOB NOT NULL PRIMARY KEY, n INTEGER DEFAULT 0) STRICT, WITHOUT ROWID;
        ALTER TABLE b ADD COLUMN c INTEGER NOT NULL DEFAULT 0 CHECK (c >= 0);
        CREATE UNIQUE INDEX b_c ON b (c) WHERE c = 1;
        CREATE TRIGGER t BEFORE DELETE ON b
        BEGIN
          SELECT RAISE(ABORT, 'END;');
        END;
        CREATE VIEW v AS SELECT 1;
        UPDATE b SET id = 1;
        WITH one (id) AS (SELECT 1)
        UPDATE b SET id = one.id FROM one;

        """;

    [Fact]
    public void EachPart_IsFoundOnce() => Assert.Equal(
        [
            "a.id PRIMARY KEY", "a.id CHECK", "a.name NOT NULL", "a.name UNIQUE", "a.name CHECK", "a.b_id REFERENCES",
            "a UNIQUE (id, name)", "a STRICT", "b.id NOT NULL", "b.id PRIMARY KEY", "b STRICT",
            "b.c NOT NULL", "b.c CHECK",
            "index b_c UNIQUE", "index b_c", "trigger t",
        ],
        SchemaParts.Of(Sql).Select(part => part.Name));

    [Theory]
    [InlineData("a.name CHECK", "CHECK (name <> ');' AND (length(name) BETWEEN 1 AND 5))")]
    [InlineData("a.b_id REFERENCES", "REFERENCES b (id) ON DELETE CASCADE")]
    [InlineData("a UNIQUE (id, name)", ",\n  UNIQUE (id, name)")]
    [InlineData("b STRICT", " STRICT,")]
    [InlineData("b.id PRIMARY KEY", "PRIMARY KEY|, WITHOUT ROWID")]
    [InlineData("index b_c UNIQUE", "UNIQUE ")]
    [InlineData("trigger t", "CREATE TRIGGER t BEFORE DELETE ON b\nBEGIN\n  SELECT RAISE(ABORT, 'END;');\nEND;")]
    public void APart_IsDroppedWithNothingElse(string name, string cuts)
    {
        var part = SchemaParts.Of(Sql).Single(each => each.Name == name);
        Assert.Equal(cuts.Split('|'), part.Cuts.Select(cut => Sql.Substring(cut.Start, cut.Length)));
        Assert.Equal(Sql.Length - part.Cuts.Sum(cut => cut.Length), part.DroppedFrom(Sql).Length);
    }

    [Theory]
    [InlineData("CREATE TABLE a (id INTEGER;")]
    [InlineData("CREATE TABLE a (id INTEGER)")]
    [InlineData("CREATE TABLE a (id TEXT DEFAULT 'x);")]
    [InlineData("DROP TABLE a;")]
    public void WhatIsNoSchema_IsRefused(string sql) => Assert.Throws<FormatException>(() => SchemaParts.Of(sql));

    [Fact]
    public void EachMutantOfTheProductsSchemas_IsADatabase_AndAnotherOne()
    {
        using var folder = new TemporaryFolder();
        foreach (var database in SchemaDatabase.All)
        {
            var texts = database.Mutants().Select(mutant => string.Concat(mutant.Without)).ToList();
            Assert.Equal(texts.Count, texts.Distinct().Count());
        }

        foreach (var database in SchemaDatabase.All.OfType<SqliteDatabase>())
        {
            foreach (var (index, (_, without)) in database.Mutants().Index().Where(each => each.Index % 10 == 0))
            {
                Database.Open(folder[$"{database.Name}-{index}.db"], database.MadeBy(without)).Dispose();
            }
        }
    }

    [Fact]
    public void OfPostgreSql_AKeyTakesAlongWhatPointsToIt()
    {
        const string sql = """
            CREATE TABLE a (
              id bytea NOT NULL PRIMARY KEY,
              b  bytea,
              CHECK ((b IS NULL) = (id IS NULL))
            );
            CREATE TABLE c (a_id bytea REFERENCES a (id));
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION 'a; CHECK (';
            END $$;
            CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW
            WHEN (NEW.b = OLD.b)
            EXECUTE FUNCTION refuse('END;');
            CREATE TRIGGER u BEFORE TRUNCATE ON a FOR EACH STATEMENT EXECUTE FUNCTION refuse('');

            """;
        var mutants = new PostgresDatabase("pg", [sql]).Mutants()
            .ToDictionary(each => each.Part, each => each.Without[0]);
        Assert.Equal(
            [
                "pg: a.id NOT NULL", "pg: a.id PRIMARY KEY", "pg: a CHECK ((b IS NULL) = (id IS NULL))",
                "pg: c.a_id REFERENCES", "pg: trigger t", "pg: trigger u",
            ],
            mutants.Keys);
        Assert.Equal(
            sql.Replace("PRIMARY KEY", "", StringComparison.Ordinal)
                .Replace("REFERENCES a (id)", "", StringComparison.Ordinal),
            mutants["pg: a.id PRIMARY KEY"]);
        Assert.Contains("END $$;\n\nCREATE TRIGGER u", mutants["pg: trigger t"], StringComparison.Ordinal);
    }
}
