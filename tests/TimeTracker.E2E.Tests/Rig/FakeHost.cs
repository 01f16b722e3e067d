using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>A program in the host's place that gives each greeting the same reply.</summary>
internal sealed class FakeHost : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal FakeHost(string code)
    {
        var reply = $$$"""{"id":0,"ok":false,"error":{"code":"{{{code}}}","message":"No version in common.","hint":""}}""";
        File.WriteAllText(_folder["reply"], reply);
        File.WriteAllText(Program, $$"""
            #!/bin/sh
            head -c 4 >/dev/null
            printf '\{{Octal(reply.Length % 256)}}\{{Octal(reply.Length / 256)}}\000\000'
            cat '{{_folder["reply"]}}'
            cat >/dev/null
            """);
        ChildProcess.Run("chmod", "u+x", Program);
    }

    internal string Program => _folder["host"];

    public void Dispose() => _folder.Dispose();

    private static string Octal(int value) => Convert.ToString(value, 8).PadLeft(3, '0');
}
