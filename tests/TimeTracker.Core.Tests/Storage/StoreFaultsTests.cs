using TimeTracker.Core.Storage;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>Each failure of the database, as a person is told of it.</summary>
public sealed class StoreFaultsTests
{
    private const string Path = "/data/timetracker.db";

    public static TheoryData<DatabaseFault, StoreFault, string, string> Texts { get; } = new()
    {
        {
            DatabaseFault.Busy, StoreFault.Busy,
            "Another program is writing to /data/timetracker.db and did not finish in time. Nothing was changed.",
            "Repeat the command; if that does not help, end the program that holds the file."
        },
        {
            DatabaseFault.Full, StoreFault.Full,
            "The disk that holds /data/timetracker.db is full. Nothing was changed.",
            "Free some space and repeat the command."
        },
        {
            DatabaseFault.ReadOnly, StoreFault.ReadOnly,
            "/data/timetracker.db can be read but not written. Nothing was changed.",
            "Give your user the right to write to the data folder and the files in it."
        },
        {
            DatabaseFault.IoError, StoreFault.IoError,
            "The disk that holds /data/timetracker.db reported an error (why).",
            "Look whether the command took effect before you repeat it; then check the disk and copy the data folder."
        },
        {
            DatabaseFault.Corrupt, StoreFault.Corrupt,
            "/data/timetracker.db is damaged (why). It was left as it is.",
            "Copy the data folder, then restore the newest file of its backup folder."
        },
        {
            DatabaseFault.NotADatabase, StoreFault.NotADatabase,
            "/data/timetracker.db is no TimeTracker database. It was left as it is.",
            "Move the file away or restore a backup; or name another data folder in TIMETRACKER_HOME."
        },
        {
            DatabaseFault.CannotOpen, StoreFault.CannotOpen,
            "/data/timetracker.db cannot be opened (why). Nothing was changed.",
            "See that the data folder is a folder that your user may write to, or name another in TIMETRACKER_HOME."
        },
        {
            DatabaseFault.SchemaTooNew, StoreFault.TooNew,
            "/data/timetracker.db was written by a newer TimeTracker (why). Nothing was changed.",
            "Update this program."
        },
        {
            DatabaseFault.ForeignDatabase, StoreFault.Foreign,
            "/data/timetracker.db is the database of another application. It was left as it is.",
            "Name another data folder in TIMETRACKER_HOME."
        },
        {
            DatabaseFault.Moved, StoreFault.Moved,
            "/data/timetracker.db was deleted, moved or replaced while it was open.",
            "Put the file back and repeat the command; repeated without, it begins a new store."
        },
        {
            DatabaseFault.SettingRefused, StoreFault.Unsafe,
            "SQLite cannot keep /data/timetracker.db safe here (why). Nothing was changed.",
            "Name a data folder on a local disk in TIMETRACKER_HOME."
        },
        {
            DatabaseFault.NetworkFileSystem, StoreFault.NetworkFileSystem,
            "/data/timetracker.db lies on a network file system, where several programs would damage it. Nothing was changed.",
            "Name a data folder on a local disk in TIMETRACKER_HOME."
        },
        {
            DatabaseFault.ConstraintViolated, StoreFault.Unexpected,
            "Something unforeseen happened to /data/timetracker.db (why).",
            "Please report it with the log of the data folder."
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void AFailure_SaysWhatHappened_WhatItMeansForTheData_AndWhatToDo(
        DatabaseFault fault, StoreFault explained, string message, string hint)
    {
        var inner = new DatabaseException(fault, "why");
        var said = StoreFaults.Explain(inner, Path);
        Assert.Equal((explained, message, hint), (said.Fault, said.Message, said.Hint));
        Assert.Same(inner, said.InnerException);
    }

    [Fact]
    public void EachFault_HasItsText() => Assert.Equal(
        Enum.GetValues<DatabaseFault>().Where(fault => fault != DatabaseFault.Unexpected).Order(),
        Texts.Select(text => (DatabaseFault)text[0]).Order());
}
