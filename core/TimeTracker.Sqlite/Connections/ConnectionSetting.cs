namespace TimeTracker.Sqlite.Connections;

/// <summary>One pragma.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="Expected">What it must answer then.</param>
internal readonly record struct ConnectionSetting(string Name, string Value, string Expected);
