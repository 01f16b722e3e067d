using TimeTracker.Core.Watching;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Watching;

/// <summary>A program of this machine that has ended.</summary>
internal static class EndedProgram
{
    /// <summary>What it is named as a holder of the lease.</summary>
    internal static string Holder()
    {
        var program = ChildProcess.Start("dotnet", "--version");
        var id = program.Id;
        ChildProcess.Finish(program);
        return $"{id} {LeaseHolder.New().Split(' ')[1]} x";
    }
}
