namespace TimeTracker.Domain;

/// <summary>A field of a patch: set to a value, or left alone (the default).</summary>
/// <typeparam name="T">The field's type.</typeparam>
/// <param name="IsSet">Whether the patch says anything about the field.</param>
/// <param name="Value">What it says.</param>
public readonly record struct Field<T>(bool IsSet, T Value)
{
    /// <summary>The field's value after the patch.</summary>
    public T Over(T before) => IsSet ? Value : before;

    /// <summary>This field where it is set, else the other.</summary>
    public Field<T> Or(Field<T> other) => IsSet ? this : other;

    /// <summary>The same field set to <paramref name="before"/> where this one is set: what takes it back.</summary>
    public Field<T> Inverse(T before) => IsSet ? Field.Set(before) : default;
}

/// <summary>Makes fields.</summary>
public static class Field
{
    /// <summary>A field that is set.</summary>
    public static Field<T> Set<T>(T value) => new(true, value);
}
