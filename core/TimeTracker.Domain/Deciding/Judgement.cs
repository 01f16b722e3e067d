using System.Diagnostics.CodeAnalysis;

namespace TimeTracker.Domain;

/// <summary>A value, or the reason why there is none.</summary>
internal readonly record struct Judgement<T>(T? Value, Rejection? Rejection)
    where T : notnull
{
    public static implicit operator Judgement<T>(T value) => new(value, null);

    public static implicit operator Judgement<T>(Rejection rejection) => new(default, rejection);

    internal bool Fails([NotNullWhen(true)] out Rejection? rejection, [NotNullWhen(false)] out T? value)
    {
        rejection = Rejection;
        value = Value;
        return rejection is not null;
    }
}
