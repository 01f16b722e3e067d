using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>What a failure of the database means for a person's data, and what to do next.</summary>
internal static class StoreFaults
{
    internal static StoreException Explain(DatabaseException failure, string path) =>
        Explain(failure.Fault, failure.Message, path, failure);

    internal static StoreException Explain(DatabaseFault fault, string reason, string path, Exception? inner = null)
    {
        var (storeFault, what, hint) = fault switch
        {
            DatabaseFault.Busy => (
                StoreFault.Busy,
                $"Another program is writing to {path} and did not finish in time. Nothing was changed.",
                "Repeat the command; if that does not help, end the program that holds the file."),
            DatabaseFault.Full => (
                StoreFault.Full,
                $"The disk that holds {path} is full. Nothing was changed.",
                "Free some space and repeat the command."),
            DatabaseFault.ReadOnly => (
                StoreFault.ReadOnly,
                $"{path} can be read but not written. Nothing was changed.",
                "Give your user the right to write to the data folder and the files in it."),
            DatabaseFault.IoError => (
                StoreFault.IoError,
                $"The disk that holds {path} reported an error ({reason}).",
                "Look whether the command took effect before you repeat it; then check the disk and copy the data folder."),
            DatabaseFault.Corrupt => (
                StoreFault.Corrupt,
                $"{path} is damaged ({reason}). It was left as it is.",
                "Copy the data folder, then restore the newest file of its backup folder."),
            DatabaseFault.NotADatabase => (
                StoreFault.NotADatabase,
                $"{path} is no TimeTracker database. It was left as it is.",
                "Move the file away or restore a backup; or name another data folder in TIMETRACKER_HOME."),
            DatabaseFault.CannotOpen => (
                StoreFault.CannotOpen,
                $"{path} cannot be opened ({reason}). Nothing was changed.",
                "See that the data folder is a folder that your user may write to, or name another in TIMETRACKER_HOME."),
            DatabaseFault.SchemaTooNew => (
                StoreFault.TooNew,
                $"{path} was written by a newer TimeTracker ({reason}). Nothing was changed.",
                "Update this program."),
            DatabaseFault.ForeignDatabase => (
                StoreFault.Foreign,
                $"{path} is the database of another application. It was left as it is.",
                "Name another data folder in TIMETRACKER_HOME."),
            DatabaseFault.Moved => (
                StoreFault.Moved,
                $"{path} was deleted, moved or replaced while it was open.",
                "Put the file back and repeat the command; repeated without, it begins a new store."),
            DatabaseFault.SettingRefused => (
                StoreFault.Unsafe,
                $"SQLite cannot keep {path} safe here ({reason}). Nothing was changed.",
                "Name a data folder on a local disk in TIMETRACKER_HOME."),
            DatabaseFault.NetworkFileSystem => (
                StoreFault.NetworkFileSystem,
                $"{path} lies on a network file system, where several programs would damage it. Nothing was changed.",
                "Name a data folder on a local disk in TIMETRACKER_HOME."),
            _ => (
                StoreFault.Unexpected,
                $"Something unforeseen happened to {path} ({reason}).",
                "Please report it with the log of the data folder."),
        };
        return new(storeFault, what, hint, inner);
    }
}
