using TimeTracker.Protocol.Tests.Moves;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>
/// Something that does the steps of a trace and can be looked at: the model itself, or real stores, real workers and a
/// real server over a network that a test holds in its hands.
/// </summary>
internal interface IDrivenSystem
{
    /// <summary>
    /// Lets one thing happen; requests and answers that it does not name stay where they are. A push names its request
    /// in the model's words: a system remembers its own one beside it, and takes it when a later step names the same.
    /// </summary>
    void Take(Step step);

    /// <summary>What is there now.</summary>
    SystemView Look();
}
