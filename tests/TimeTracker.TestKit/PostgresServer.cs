using System.Globalization;

namespace TimeTracker.TestKit;

/// <summary>
/// A PostgreSQL server of the tests' own in a temporary folder, on a free port of loopback. It refuses to run as root,
/// so that root starts it as nobody.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Superuser = "tests";
    private const int StartSecondsMax = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly string[] _settings;

    /// <param name="settings">Settings of postgresql.conf, each <c>name=value</c>.</param>
    public PostgresServer(params string[] settings)
    {
        _settings = settings;
        Port = FreePort.Find();
        if (Environment.IsPrivilegedProcess)
        {
            Expect(ChildProcess.Run("chown", "nobody", _folder.Path));
        }

        Expect(AsUser("initdb", "-D", Data, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"));
        Start();
    }

    /// <summary>The folder of its programs, or null where there are none.</summary>
    public static string? Programs { get; } = FindPrograms();

    public int Port { get; }

    private string Data => _folder["data"];

    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Username={Superuser};Database={database};Include Error Detail=false");

    public string Create(string database)
    {
        Expect(ChildProcess.Run(
            Path.Combine(Programs!, "createdb"), "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture),
            "-U", Superuser, database));
        return ConnectionString(database);
    }

    public void Start()
    {
        var settings = string.Join(' ', _settings.Select(setting => $"-c {setting}"));
        Expect(AsUser(
            "pg_ctl", "-D", Data, "-w", "-t", StartSecondsMax.ToString(CultureInfo.InvariantCulture), "-l", _folder["log"],
            "-o", $"-h 127.0.0.1 -p {Port} -k {_folder.Path} {settings}", "start"));
    }

    /// <summary>Ends it at once, as a power cut of the program would.</summary>
    public void Kill() => AsUser("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public void Dispose()
    {
        Kill();
        _folder.Dispose();
    }

    private static ChildProcess AsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess
            ? ChildProcess.Run("setpriv", ["--reuid", "nobody", "--regid", "nogroup", "--clear-groups", path, .. arguments])
            : ChildProcess.Run(path, arguments);
    }

    private static void Expect(ChildProcess ended)
    {
        if (ended.ExitCode != 0)
        {
            throw new InvalidOperationException(ended.Output + ended.Errors);
        }
    }

    // Debian keeps the server's programs out of the path, in a folder for each version.
    private static string? FindPrograms()
    {
        const string debian = "/usr/lib/postgresql";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).AsEnumerable();
        if (Directory.Exists(debian))
        {
            folders = folders.Concat(Directory.GetDirectories(debian).Order().Reverse().Select(version => Path.Combine(version, "bin")));
        }

        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "createdb")));
    }
}
