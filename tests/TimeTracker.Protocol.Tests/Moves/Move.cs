using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>A step that can happen, and the world after it.</summary>
internal readonly record struct Move(Step Step, World Next);
