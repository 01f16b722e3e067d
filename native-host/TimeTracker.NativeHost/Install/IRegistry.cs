namespace TimeTracker.NativeHost.Install;

/// <summary>What is needed of Windows's registry: keys with one value, which names a file.</summary>
internal interface IRegistry
{
    /// <summary>The key's value; null where there is no such key.</summary>
    internal string? Read(string key);

    /// <summary>Makes the key where there is none, and sets its value.</summary>
    internal void Write(string key, string value);

    /// <summary>Removes the key, where there is one.</summary>
    internal void Delete(string key);
}
