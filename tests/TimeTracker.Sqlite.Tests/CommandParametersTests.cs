using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

public sealed class CommandParametersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;
    private readonly ReadSnapshot _snapshot;

    public CommandParametersTests()
    {
        _database = Notes.Open(_folder["notes.db"]);
        _snapshot = _database.BeginRead();
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(7L, "integer", "7")]
    [InlineData(7, "integer", "7")]
    [InlineData(true, "integer", "1")]
    [InlineData(false, "integer", "0")]
    [InlineData(0.5, "real", "0.5")]
    [InlineData("a'b", "text", "'a''b'")]
    [InlineData(null, "null", "NULL")]
    public void Bind_OfAValue_StoresItAsItself(object? value, string type, string quoted) =>
        Assert.Equal(
            $"{type} {quoted}", _snapshot.Command("SELECT typeof($v) || ' ' || quote($v)").Bind(value).ExecuteScalar());

    [Fact]
    public void Bind_OfBytes_StoresABlob() =>
        Assert.Equal("X'00FF'", _snapshot.Command("SELECT quote(?1)").Bind(new byte[] { 0, 255 }).ExecuteScalar());

    [Fact]
    public void Bind_GoesByTheOrderOfFirstAppearance() =>
        Assert.Equal("xyx", _snapshot.Command("SELECT $b || $a || $b").Bind("x", "y").ExecuteScalar());

    [Fact]
    public void Set_GoesByName() => Assert.Equal(
        "xyx", _snapshot.Command("SELECT $b || $a || $b").Set("$a", "y").Set("$b", "x").ExecuteScalar());

    [Fact]
    public void Bind_OfTooFewOrTooMany_IsRefused()
    {
        var command = _snapshot.Command("SELECT $a || $b");
        Assert.StartsWith(
            "2 parameters, 1 values.",
            Assert.Throws<ArgumentException>(() => command.Bind("x")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => command.Bind("x", "y", "z"));
        Assert.Throws<ArgumentNullException>(() => default(System.Data.Common.DbCommand)!.Bind());
        Assert.Throws<ArgumentNullException>(() => default(System.Data.Common.DbCommand)!.Set("$a", 1));
    }

    [Fact]
    public void Bind_OfAValueThatSqliteDoesNotKnow_IsRefused()
    {
        var command = _snapshot.Command("SELECT $a");
        Assert.StartsWith(
            "A Guid has no form of its own in SQLite.",
            Assert.Throws<ArgumentException>(() => command.Bind(Guid.Empty)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => command.Bind(DateTime.UnixEpoch));
        Assert.Throws<ArgumentException>(() => command.Set("$a", 1m));
    }
}
