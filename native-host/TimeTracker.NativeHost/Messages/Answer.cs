namespace TimeTracker.NativeHost.Messages;

/// <summary>What a request is answered with: a <see cref="Result"/> or a <see cref="Failure"/>.</summary>
internal abstract record Answer;
