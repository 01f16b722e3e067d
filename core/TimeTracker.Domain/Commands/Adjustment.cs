namespace TimeTracker.Domain;

/// <summary>
/// What becomes of other entries where an instant that the person gives would overlap them. The given time always
/// stands. The numbers are part of a request's hash.
/// </summary>
public enum Adjustment
{
    /// <summary>The command is refused.</summary>
    Refuse = 0,

    /// <summary>They lose the part that overlaps; one that lies within is removed, one that goes on after refuses.</summary>
    Trim = 1,

    /// <summary>They move out of the way with all that they then meet: earlier what starts before, later the rest.</summary>
    Shift = 2,

    /// <summary>As <see cref="Trim"/>, but one that goes on after is cut in two.</summary>
    Split = 3,
}
