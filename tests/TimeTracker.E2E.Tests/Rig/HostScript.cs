using TimeTracker.BrowserKit;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>A program in the host's place.</summary>
internal sealed class HostScript : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private HostScript(string lines)
    {
        File.WriteAllText(Program, $"#!/bin/sh\n{lines}\n");
        ChildProcess.Run("chmod", "u+x", Program);
    }

    internal string Program => _folder["host"];

    /// <summary>One that refuses each greeting.</summary>
    internal static HostScript Refusing(string code)
    {
        var reply = $$$"""{"id":0,"ok":false,"error":{"code":"{{{code}}}","message":"No version in common.","hint":""}}""";
        var header = $@"\{Octal(reply.Length % 256)}\{Octal(reply.Length / 256)}\000\000";
        return new($"head -c 4 >/dev/null; printf '{header}{reply}'; cat >/dev/null");
    }

    /// <summary>The host itself, which begins no sooner than it is let go.</summary>
    internal static HostScript Held() => new($"until [ -e \"$0.go\" ]; do sleep 0.1; done; exec '{Built.Host}' \"$@\"");

    internal void LetGo() => File.WriteAllText($"{Program}.go", string.Empty);

    public void Dispose() => _folder.Dispose();

    private static string Octal(int value) => Convert.ToString(value, 8).PadLeft(3, '0');
}
